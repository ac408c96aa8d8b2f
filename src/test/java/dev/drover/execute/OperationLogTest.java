package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.execute.OperationLog.Entry;
import dev.drover.model.Role;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationLogTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private final NodeDraft node =
      new NodeDraft(
          new NodeState(
              "1", "quay", false, "true", "online", "member", "member", Map.of(), Map.of(),
              List.of()));

  private void add(String task, long intervalMs, int expectedRc, int rc) {
    Entry entry = Entry.plain("shop", "shop", null, task, intervalMs, expectedRc);
    OperationLog.add(node, entry, ActionResult.exited(rc), NOW);
  }

  private List<String> recorded() {
    return node.operations("shop").stream()
        .map(
            op ->
                op.id()
                    + " "
                    + op.key()
                    + " "
                    + op.callId()
                    + " rc="
                    + op.rc()
                    + " of "
                    + op.expectedRc())
        .toList();
  }

  @Test
  void theLastOperationTakesThePlaceOfTheOneBefore() {
    add("monitor", 0, 7, 7);
    add("start", 0, 0, 0);
    assertEquals(List.of("shop_last_0 shop_start_0 2 rc=0 of 0"), recorded());
  }

  @Test
  void aRecurringOperationHasAPlaceOfItsOwn() {
    add("start", 0, 0, 0);
    add("monitor", 10_000, 0, 0);
    assertEquals(
        List.of(
            "shop_last_0 shop_start_0 1 rc=0 of 0",
            "shop_monitor_10000 shop_monitor_10000 2 rc=0 of 0"),
        recorded());
  }

  @Test
  void aFailureIsKeptBesideTheLastOperation() {
    add("start", 0, 0, 1);
    assertEquals(
        List.of(
            "shop_last_failure_0 shop_start_0 1 rc=1 of 0", "shop_last_0 shop_start_0 1 rc=1 of 0"),
        recorded());
  }

  @Test
  void aRecurringFailureLeavesTheLastOperationAlone() {
    add("start", 0, 0, 0);
    add("monitor", 10_000, 0, 7);
    assertEquals(
        List.of(
            "shop_last_0 shop_start_0 1 rc=0 of 0",
            "shop_last_failure_0 shop_monitor_10000 2 rc=7 of 0"),
        recorded());
  }

  @Test
  void aProbeThatFindsSomethingElseIsAFailureToo() {
    add("monitor", 0, 7, 0);
    assertEquals(2, node.operations("shop").size());
  }

  @Test
  void aPendingOperationRanBeforeTheNextOne() {
    node.record(
        "shop",
        null,
        new OperationRecord(
            "shop_start_0",
            "shop_start_0",
            "start",
            0,
            -1,
            -1,
            0,
            0,
            "",
            0,
            0,
            "",
            null,
            null,
            Map.of()));
    add("stop", 0, 0, 0);
    assertEquals(1, node.operations("shop").get(1).callId());
  }

  @Test
  void aReloadCountsAsAStart() {
    add("reload-agent", 0, 0, 0);
    assertEquals(List.of("shop_last_0 shop_start_0 1 rc=0 of 0"), recorded());
  }

  @Test
  void aMigrationSaysWhereFromAndWhereTo() {
    Entry entry = new Entry("shop", "shop", null, "migrate_to", 0, 0, null, "quay", "dock");
    OperationLog.add(node, entry, ActionResult.exited(0), NOW);
    OperationRecord record = node.operations("shop").get(0);
    assertEquals("shop_migrate_to_0", record.id());
    assertEquals("quay", record.migrateSource());
    assertEquals("dock", record.migrateTarget());
  }

  @Test
  void aNotificationNeverFails() {
    Entry entry = new Entry("shop", "shop", null, "notify", 0, 0, "pre_notify_start", null, null);
    OperationLog.add(node, entry, ActionResult.exited(1), NOW);
    assertEquals(List.of("shop_pre_notify_start_0 shop_notify_0 1 rc=0 of 0"), recorded());
  }

  @Test
  void failuresAreCountedUntilTheyCountForGood() {
    OperationLog.countFailure(node, "shop", "monitor", 10_000, false, NOW);
    OperationLog.countFailure(node, "shop", "monitor", 10_000, false, NOW);
    assertEquals(
        Map.of("fail-count-shop#monitor_10000", "2", "last-failure-shop#monitor_10000", "1000"),
        node.attributes());
    OperationLog.countFailure(node, "shop", "monitor", 10_000, true, NOW);
    OperationLog.countFailure(node, "shop", "monitor", 10_000, false, NOW);
    assertEquals("INFINITY", node.attributes().get("fail-count-shop#monitor_10000"));
  }

  @Test
  void aMonitorTellsTheRoleByItsExitCode() {
    assertEquals(7, OperationLog.exitCode(Role.STOPPED));
    assertEquals(0, OperationLog.exitCode(Role.STARTED));
    assertEquals(0, OperationLog.exitCode(Role.UNPROMOTED));
    assertEquals(8, OperationLog.exitCode(Role.PROMOTED));
  }
}

package dev.drover.schedule.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.fact.Migration;
import dev.drover.model.fact.Migration.Arrival;
import dev.drover.model.status.OperationRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the two sides of a live migration recorded, held against each other. The machine moves from
 * a to b.
 */
class MigrationsTest {
  private static OperationRecord record(
      String node,
      String operation,
      int callId,
      int rc,
      long changed,
      @Nullable String source,
      @Nullable String target) {
    return new OperationRecord(
        "vm_" + operation + "_0",
        "vm_" + operation + "_0",
        operation,
        0,
        callId,
        callId < 0 ? -1 : 0,
        rc,
        0,
        "1:1:0:uuid",
        changed,
        changed,
        "",
        source,
        target,
        Map.of("on_node", node));
  }

  private static OperationRecord plain(
      String node, String operation, int callId, int rc, long changed) {
    return record(node, operation, callId, rc, changed, null, null);
  }

  private static OperationRecord departure(int callId, int rc, long changed) {
    return record("a", "migrate_to", callId, rc, changed, "a", "b");
  }

  private static OperationRecord arrival(int callId, int rc, long changed) {
    return record("b", "migrate_from", callId, rc, changed, "a", "b");
  }

  private static List<Migration> migrations(List<OperationRecord> onA, List<OperationRecord> onB) {
    Given given = TwoReports.of(onA, onB);
    given.read(List.of());
    return given.resourceFacts(List.of()).stream()
        .filter(Migration.class::isInstance)
        .map(Migration.class::cast)
        .toList();
  }

  private static Migration only(List<OperationRecord> onA, List<OperationRecord> onB) {
    List<Migration> found = migrations(onA, onB);
    assertEquals(1, found.size());
    return found.get(0);
  }

  @Test
  void namesBothNodesByTheirIds() {
    Migration found = only(List.of(departure(3, 0, 100)), List.of());
    assertTrue(found.isDeparture());
    assertEquals("id-a", found.source());
    assertEquals("id-b", found.target());
  }

  @Test
  void tellsHowTheArrivalWent() {
    List<OperationRecord> onA = List.of(departure(3, 0, 100));
    assertEquals(Arrival.UNRECORDED, only(onA, List.of(plain("b", "monitor", 1, 7, 50))).arrival());
    assertEquals(
        Arrival.UNDER_WAY, migrations(onA, List.of(arrival(-1, 193, 110))).get(0).arrival());
    assertEquals(Arrival.SUCCEEDED, migrations(onA, List.of(arrival(4, 0, 110))).get(0).arrival());
    assertEquals(Arrival.FAILED, migrations(onA, List.of(arrival(4, 1, 110))).get(0).arrival());
  }

  @Test
  void onOneNodeTheNumbersOfCallsDecideWhatIsNewer() {
    assertTrue(
        only(List.of(departure(3, 0, 100), plain("a", "stop", 4, 0, 90)), List.of())
            .sourceMovedOn());
    assertFalse(
        only(List.of(departure(3, 0, 100), plain("a", "start", 2, 0, 110)), List.of())
            .sourceMovedOn());
  }

  @Test
  void betweenNodesTimesDecideWhatIsNewer() {
    List<OperationRecord> onA = List.of(departure(30, 0, 100));
    assertTrue(only(onA, List.of(plain("b", "stop", 4, 0, 110))).targetMovedOn());
    assertFalse(only(onA, List.of(plain("b", "stop", 40, 0, 90))).targetMovedOn());
  }

  @Test
  void betweenNodesARecordWithoutATimeIsNeitherNewerNorOlder() {
    List<OperationRecord> onA = List.of(departure(30, 1, 0));
    assertFalse(only(onA, List.of(plain("b", "monitor", 4, 7, 110))).targetMovedOn());
    assertFalse(
        only(List.of(departure(30, 1, 100)), List.of(plain("b", "stop", 4, 0, 0))).targetMovedOn());
  }

  @Test
  void onlyAMonitorThatDidNotFindTheResourceMakesADifference() {
    List<OperationRecord> onA = List.of(departure(3, 0, 100));
    assertTrue(only(onA, List.of(plain("b", "monitor", 4, 7, 110))).targetMovedOn());
    assertFalse(only(onA, List.of(plain("b", "monitor", 4, 0, 110))).targetMovedOn());
  }

  @Test
  void nothingIsKnownWhereNothingHasEnded() {
    List<OperationRecord> onA = List.of(departure(3, 0, 100));
    assertFalse(only(onA, List.of(plain("b", "monitor", -1, 193, 110))).targetKnown());
    assertTrue(only(onA, List.of(plain("b", "monitor", 4, 7, 90))).targetKnown());
  }

  @Test
  void aFailedArrivalIsComparedWithTheSource() {
    List<OperationRecord> onB = List.of(arrival(4, 1, 110));
    assertTrue(migrations(List.of(departure(3, 0, 100)), onB).get(1).mayBeOnSource());
    assertFalse(
        migrations(List.of(departure(3, 0, 100), plain("a", "stop", 5, 0, 120)), onB)
            .get(1)
            .mayBeOnSource());
  }

  @Test
  void aRecordThatDoesNotFitItsNodeSaysNothing() {
    assertEquals(
        List.of(), migrations(List.of(), List.of(record("b", "migrate_to", 3, 0, 100, "a", "b"))));
    assertEquals(List.of(), migrations(List.of(plain("a", "migrate_to", 3, 0, 100)), List.of()));
  }
}

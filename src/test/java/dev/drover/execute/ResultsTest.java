package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.text.yaml.ClusterReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written down of a result, and what a cluster concludes from it by itself. */
class ResultsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private static ClusterState cluster() throws Exception {
    return ClusterReader.read(
        """
        cluster: small
        nodes: [quay]
        resources:
          - {primitive: web, agent: "ocf:test:web"}
        """,
        "small.yaml");
  }

  private static Order order(String task, long intervalMs, String keptSince) {
    return order(task, intervalMs, keptSince, false);
  }

  private static Order order(String task, long intervalMs, String keptSince, boolean fatal) {
    return new Order(
        "quay",
        false,
        OperationLog.Entry.plain("web", "web", null, task, intervalMs, 0),
        false,
        keptSince,
        fatal,
        Map.of("op-digest", "abc"));
  }

  private static ClusterState after(ClusterState before, Order order, ActionResult result) {
    StatusDraft draft = new StatusDraft(before);
    Results.write(draft, order, result, NOW);
    return draft.toState();
  }

  private static NodeState quay(ClusterState state) {
    return state.status().nodes().get(0);
  }

  private static List<String> operations(ClusterState state) {
    return quay(state).history().stream()
        .flatMap(history -> history.operations().stream())
        .map(OperationRecord::key)
        .toList();
  }

  @Test
  void theDigestStaysWithTheRecord() throws Exception {
    ClusterState state = after(cluster(), order("start", 0, null), ActionResult.exited(0));
    OperationRecord start = quay(state).history().get(0).operations().get(0);
    assertEquals("abc", start.attributes().get("op-digest"));
  }

  @Test
  void whatOnlyARestartChangesStaysWithTheRecord() throws Exception {
    // as Pacemaker writes `<parameters ip="10.0.0.1"/>` and `<parameters/>`
    Map<String, String> ran = Map.of("ip", "10.0.0.1", "nic", "eth0");
    assertEquals(
        Map.of(
            "on_node", "quay",
            "op-digest", "abc",
            "op-force-restart", " state ip ",
            "op-restart-digest", "ba6a72f3ccfb84f58fad1ff6a1d34598"),
        recorded(order("start", 0, null).with(new Unreloadable(List.of("state", "ip")), ran)));
    assertEquals(
        Map.of(
            "on_node", "quay",
            "op-digest", "abc",
            "op-force-restart", "",
            "op-restart-digest", "f2317cad3d54cec5d7d7aa7d0bf35cf8"),
        recorded(order("start", 0, null).with(new Unreloadable(List.of()), ran)));
  }

  private static Map<String, String> recorded(Order order) throws Exception {
    ClusterState state = after(cluster(), order, ActionResult.exited(0));
    return quay(state).history().get(0).operations().get(0).attributes();
  }

  @Test
  void namesThatWouldNotBeFoundInAListAreRefused() {
    for (String name : List.of("", "two words", "<port>", "-p")) {
      assertThrows(
          IllegalArgumentException.class, () -> new Unreloadable(List.of("ip", name)), name);
    }
    List<String> many = Collections.nCopies(2, "x".repeat(Unreloadable.LONGEST / 2));
    assertEquals(2, new Unreloadable(many).names().size());
    List<String> tooMany = Collections.nCopies(3, many.get(0));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Unreloadable(tooMany));
    assertEquals("found names of 12288 characters, expected 8192 at most", refused.getMessage());
  }

  @Test
  void aFailureCountsForGoodWhereTheRulesHadTheActionMarkedSo() throws Exception {
    String name = "fail-count-web#start_0";
    ClusterState fatal = after(cluster(), order("start", 0, null, true), ActionResult.exited(1));
    assertEquals("INFINITY", quay(fatal).attributes().get(name));
    ClusterState counted = after(cluster(), order("start", 0, null), ActionResult.exited(1));
    assertEquals("1", quay(counted).attributes().get(name));
  }

  @Test
  void aProbeThatFindsNothingIsNoFailure() throws Exception {
    ClusterState state = after(cluster(), order("monitor", 0, null), ActionResult.exited(7));
    assertEquals(Map.of(), quay(state).attributes());
  }

  @Test
  void aStopEndsTheMonitorsThatRecur() throws Exception {
    ClusterState state = after(cluster(), order("start", 0, null), ActionResult.exited(0));
    state = after(state, order("monitor", 10_000, null), ActionResult.exited(0));
    assertEquals(List.of("web_start_0", "web_monitor_10000"), operations(state));
    state = after(state, order("stop", 0, null), ActionResult.exited(0));
    assertEquals(List.of("web_stop_0"), operations(state));
  }

  @Test
  void aCancelledMonitorIsForgottenAndADeletedHistoryIsGone() throws Exception {
    ClusterState state = after(cluster(), order("monitor", 10_000, null), ActionResult.exited(0));
    state = after(state, order("cancel", 10_000, null), ActionResult.exited(0));
    assertEquals(List.of(), operations(state));
    state = after(state, order("delete", 0, null), ActionResult.exited(0));
    assertEquals(List.of(), quay(state).history());
  }

  @Test
  void whatIsOnlyStoppedStaysKeptForItsNode() throws Exception {
    ClusterState state = after(cluster(), order("stop", 0, "900"), ActionResult.exited(0));
    ResourceHistory web = quay(state).history().get(0);
    assertEquals("900", web.attributes().get("shutdown-lock"));
    state = after(state, order("start", 0, "900"), ActionResult.exited(0));
    assertEquals(Map.of(), quay(state).history().get(0).attributes());
  }

  @Test
  void onlyWhatMayMakeAServiceActiveIsNotedWhenItBegins() throws Exception {
    ClusterState state = after(cluster(), order("start", 0, null), ActionResult.exited(0));
    StatusDraft draft = new StatusDraft(state);
    OperationLog.begin(draft.node("quay"), order("stop", 0, null).entry(), NOW);
    assertEquals(state, draft.toState());
    OperationLog.begin(draft.node("quay"), order("start", 0, null).entry(), NOW);
    OperationRecord noted = quay(draft.toState()).history().get(0).operations().get(0);
    assertEquals(-1, noted.status());
  }
}

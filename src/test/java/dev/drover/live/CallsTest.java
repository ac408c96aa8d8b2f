package dev.drover.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.ActionResult;
import dev.drover.model.ClusterState;
import dev.drover.plan.Call;
import dev.drover.text.yaml.ClusterReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What agents are given for what is decided, by the rules that Drover comes with. */
class CallsTest {
  private static final String CLUSTER =
      """
      cluster: calls
      options: {fencing-enabled: false}
      defaults: {operation: {timeout: 21s}}
      nodes: [a, b]
      resources:
        - primitive: web
          agent: ocf:test:service
          options: {resource-stickiness: 7}
          parameters: {port: 80, root: /srv}
          operations: {monitor: 10s, start: {timeout: 33s}}
        - clone: db
          options: {promotable: true, notify: true}
          of: {primitive: replica, agent: "ocf:test:replica", parameters: {size: 3}}
      constraints:
        - {locate: web, on: a, score: 50}
        - {locate: db, on: a, score: 20, role: Promoted}
      """;

  private static ClusterState cluster(String text) throws Exception {
    return ClusterReader.read(text, "calls.yaml");
  }

  private static Bench running() throws Exception {
    Bench bench = new Bench(cluster(CLUSTER), new Token(1, 1, 0));
    bench.up("a", "b");
    bench.settle();
    return bench;
  }

  @Test
  void anAgentGetsParametersTimeoutAndOptions() throws Exception {
    Bench bench = running();
    Call start = bench.lastOf("start web a").call();
    assertEquals("ocf:test:service", start.agent().toString());
    assertEquals(Map.of("port", "80", "root", "/srv"), start.parameters());
    assertEquals(33_000, start.timeoutMs());
    assertEquals("7", start.meta().get("resource-stickiness"));
    assertEquals(
        "a", start.meta().get("on_node_uuid"), "members have no other id than their names");
    Call monitor = bench.lastOf("monitor web a").call();
    assertEquals(21_000, monitor.timeoutMs());
    assertEquals("10000", monitor.meta().getOrDefault("interval", "10000"));
  }

  @Test
  void anInstanceOfACloneIsToldItsShape() throws Exception {
    Map<String, String> meta = running().lastOf("start replica a").call().meta();
    assertEquals("2", meta.get("clone-max"));
    assertEquals("1", meta.get("clone-node-max"));
    assertEquals("1", meta.get("promoted-max"));
    assertEquals("false", meta.get("globally-unique"));
  }

  @Test
  void aNotificationTellsWhatHappens() throws Exception {
    Map<String, String> meta = running().lastOf("notify replica b").call().meta();
    assertEquals("post", meta.get("notify_type"), meta::toString);
    assertEquals("promote", meta.get("notify_operation"), meta::toString);
    assertEquals("a", meta.get("notify_promote_uname").strip(), meta::toString);
  }

  @Test
  void aChangedParameterRestartsTheServiceOnce() throws Exception {
    Bench bench = running();
    String before = bench.lastOf("start web a").call().digest();
    bench.news.clear();
    ClusterState changed = cluster(CLUSTER.replace("port: 80", "port: 81"));
    bench.coordinator.configured(changed.configuration(), Bench.NOW);
    assertEquals(List.of("stop web a"), bench.underWay());
    bench.settle();
    Call start = bench.lastOf("start web a").call();
    assertEquals("81", start.parameters().get("port"));
    assertNotEquals(before, start.digest());
    assertEquals(1, bench.news.stream().filter("start of web on a done"::equals).count());
    bench.news.clear();
    bench.coordinator.configured(changed.configuration(), Bench.NOW);
    assertEquals(List.of(), bench.underWay());
  }

  @Test
  void whatWasSupersededUnderAnotherLeaderIsNoFailure() throws Exception {
    Bench bench = running();
    Assignment start = bench.lastOf("start web a").as(new Token(1, 0, 3), 5);
    bench.tell(false, start, new ActionResult(ActionResult.CANCELLED, 1, "superseded"));
    assertFalse(
        bench.kept.status().nodes().stream()
            .anyMatch(node -> node.attributes().toString().contains("fail-count-web")),
        bench.kept::toString);
    assertTrue(bench.underWay().isEmpty(), bench.underWay()::toString);
  }

  @Test
  void aMonitorThatIsAnsweredByAStopIsAskedForAgainAfterTheNextStart() throws Exception {
    Bench bench = running();
    bench.tell(true, bench.lastOf("monitor web a"), ActionResult.exited(7));
    bench.settleBut("monitor web a");
    Assignment monitor = bench.lastOf("monitor web a");
    bench.coordinator.configured(
        cluster(CLUSTER.replace("port: 80", "port: 81")).configuration(), Bench.NOW);
    assertEquals(List.of("monitor web a", "stop web a"), bench.underWay());
    bench.assigned.remove(monitor.number());
    bench.tell(false, monitor, new ActionResult(ActionResult.CANCELLED, 1, "superseded"));
    bench.settle();
    assertNotEquals(monitor.number(), bench.lastOf("monitor web a").number());
    assertFalse(bench.coordinator.isBusy());
  }
}

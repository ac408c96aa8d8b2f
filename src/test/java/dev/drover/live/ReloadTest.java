package dev.drover.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Unreloadable;
import dev.drover.model.status.OperationRecord;
import dev.drover.text.yaml.ClusterReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A changed parameter that an agent can take up without a restart, by the rules of Drover. */
class ReloadTest {
  private static final String CLUSTER =
      """
      cluster: reloads
      options: {fencing-enabled: false}
      nodes: [a]
      resources:
        - primitive: lamp
          agent: ocf:test:lamp
          parameters: {port: 80, color: red}
          operations: {monitor: 10s, reload-agent: {timeout: 33s, parameters: {port: 1, state: x}}}
        - clone: db
          options: {promotable: true}
          of: {primitive: replica, agent: "ocf:test:replica", parameters: {size: 3}, operations: {monitor: {interval: 9s, role: Promoted}}}
      """;

  private Bench bench;

  @BeforeEach
  void run() throws Exception {
    bench = new Bench(ClusterReader.read(CLUSTER, "reloads.yaml"), new Token(1, 1, 0));
    bench.unreloadable.put("lamp", new Unreloadable(List.of("port", "state")));
    bench.unreloadable.put("replica", new Unreloadable(List.of()));
    bench.up("a");
    bench.settle();
  }

  private void change(String from, String to) throws Exception {
    bench.coordinator.configured(
        ClusterReader.read(CLUSTER.replace(from, to), "reloads.yaml").configuration(), Bench.NOW);
  }

  /** Another look leaves nothing to do. */
  private void assertRests() {
    bench.coordinator.look(Bench.NOW);
    assertEquals(List.of(), bench.underWay());
    assertFalse(bench.coordinator.isBusy());
  }

  private OperationRecord last(String resource) {
    return bench.kept.status().nodes().get(0).history().stream()
        .flatMap(history -> history.operations().stream())
        .filter(operation -> operation.id().equals(resource + "_last_0"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isGivenToTheAgentWhileTheServiceRuns() throws Exception {
    Map<String, String> started = last("lamp").attributes();
    assertEquals(" port state ", started.get("op-force-restart"));
    change("red", "green");
    assertEquals(List.of("reload-agent lamp a"), bench.underWay());
    Assignment reload = bench.lastOf("reload-agent lamp a");
    assertEquals(
        Map.of("port", "80", "color", "green"),
        reload.call().parameters(),
        "it gets what a start would get");
    assertEquals(33_000, reload.call().timeoutMs());
    bench.settle();
    assertEquals("green", bench.lastOf("monitor lamp a").call().parameters().get("color"));
    Map<String, String> reloaded = last("lamp").attributes();
    assertEquals("start", last("lamp").operation());
    assertEquals(reload.call().digest(), reloaded.get("op-digest"));
    assertEquals(started.get("op-restart-digest"), reloaded.get("op-restart-digest"));
    assertRests();
  }

  @Test
  void canBeReloadedAgainAfterAReload() throws Exception {
    change("red", "green");
    bench.settle();
    change("red", "blue");
    assertEquals(List.of("reload-agent lamp a"), bench.underWay());
    bench.settle();
    change("port: 80, color: red", "port: 81, color: blue");
    assertEquals(List.of("stop lamp a"), bench.underWay());
    bench.settle();
    assertRests();
  }

  @Test
  void needsARestartWithAnotherThatCannotBeReloaded() throws Exception {
    change("port: 80, color: red", "port: 81, color: green");
    assertEquals(List.of("stop lamp a"), bench.underWay());
    bench.settle();
    assertEquals("81", bench.lastOf("start lamp a").call().parameters().get("port"));
    assertRests();
  }

  @Test
  void needsARestartWhereItWasNotThereBefore() throws Exception {
    change("color: red", "color: red, state: /run/lamp");
    assertEquals(List.of("stop lamp a"), bench.underWay());
  }

  @Test
  void leadsToARestartWhereTheReloadFails() throws Exception {
    bench.answers.put("reload-agent lamp a", ActionResult.exited(1));
    change("red", "green");
    bench.end(bench.lastOf("reload-agent lamp a").number());
    assertEquals(List.of("stop lamp a"), bench.underWay());
    bench.settle();
    assertEquals("green", bench.lastOf("start lamp a").call().parameters().get("color"));
    assertRests();
  }

  @Test
  void leavesWhatIsPromotedPromoted() throws Exception {
    promote();
    bench.news.clear();
    change("size: 3", "size: 4");
    assertEquals(List.of("reload-agent replica a"), bench.underWay());
    bench.settle();
    assertEquals(
        List.of(
            "reload-agent of replica:0 on a: resource definition change",
            "reload-agent of replica on a done",
            "monitor of replica:0 on a",
            "monitor of replica on a done"),
        bench.news);
    assertRests();
  }

  /** As in Pacemaker: what was reloaded is recorded as started. */
  @Test
  void hasWhatIsPromotedPromotedAgainWhereNoMonitorSaysThatItIs() throws Exception {
    change(", operations: {monitor: {interval: 9s, role: Promoted}}", "");
    bench.settle();
    promote();
    bench.news.clear();
    change("size: 3}, operations: {monitor: {interval: 9s, role: Promoted}}", "size: 4}");
    bench.settle();
    assertEquals(
        List.of(
            "reload-agent of replica:0 on a: resource definition change",
            "reload-agent of replica on a done",
            "promote of replica:0 on a",
            "promote of replica on a done"),
        bench.news);
    assertRests();
  }

  private void promote() {
    bench.coordinator.change(
        status -> status.node("a").attributes().put("master-replica", "10"), "scored", Bench.NOW);
    bench.settle();
    assertEquals("promote", last("replica").operation());
    assertEquals("", last("replica").attributes().get("op-force-restart"));
  }
}

package dev.drover.simulate;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.Transition;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.Executed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final Set<String> FATAL = Set.of("start", "stop");

  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private final ClusterState state =
      Clusters.of(List.of("dock", "quay"), Clusters.primitive("shop"));

  private static DecisionBuilder decision() {
    return new DecisionBuilder().nodes(node("dock"), node("quay")).resource(primitive("shop"));
  }

  private Preview.Result run(DecisionBuilder builder, String... failures) {
    List<PretendedResult> results =
        List.of(failures).stream().map(text -> PretendedResult.parse(text).orElseThrow()).toList();
    return Preview.of(state, builder.build(), results, NOW);
  }

  private static NodeState stateOf(Preview.Result result, String node) {
    return result.after().status().nodes().stream()
        .filter(n -> n.name().equals(node))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyActionEndsAsExpected() {
    Preview.Result result =
        run(
            decision()
                .does("shop", "monitor", "quay", null)
                .does("shop", "start", "quay", null)
                .order(1, 2, true));
    assertEquals(Transition.State.COMPLETE, result.ended());
    assertEquals(List.of(7, 0), result.executed().stream().map(Executed::rc).toList());
    assertEquals("start", stateOf(result, "quay").history().get(0).operations().get(0).operation());
  }

  @Test
  void aPretendedFailureIsCountedAndStopsTheRest() {
    Preview.Result result =
        run(
            decision()
                .does("shop", "start", "quay", null)
                .action(ActionKind.RESOURCE, "shop", "monitor", 10_000, "quay", true, true, null)
                .order(1, 2, true),
            "shop_start_0@quay=1");
    assertEquals(Transition.State.STOPPED, result.ended());
    assertEquals(1, result.executed().size());
    assertTrue(result.executed().get(0).failed());
    assertEquals("INFINITY", stateOf(result, "quay").attributes().get("fail-count-shop#start_0"));
  }

  @Test
  void fencingLeavesANodeDownWithoutHistory() {
    Preview.Result result =
        run(
            decision()
                .does("shop", "start", "dock", null)
                .fences(ActionKind.FENCE, "dock", "reboot", null)
                .order(1, 2, true));
    NodeState dock = stateOf(result, "dock");
    assertEquals("false", dock.inCluster());
    assertEquals("down", dock.expected());
    assertEquals(List.of(), dock.history());
  }

  @Test
  void switchingANodeOnChangesNothing() {
    Decision decision = decision().fences(ActionKind.FENCE, "dock", "on", null).build();
    assertEquals(state, Preview.of(state, decision, List.of(), NOW).after());
  }

  @Test
  void resultsAreReadAsPeopleWriteThem() {
    assertEquals(
        new PretendedResult("my_vm", "migrate_to", 0, "quay", 1),
        PretendedResult.parse("my_vm_migrate_to_0@quay=1").orElseThrow());
    assertEquals(
        new PretendedResult("shop", "monitor", 10_000, "quay", 7),
        PretendedResult.parse("shop_monitor_10000@quay=7").orElseThrow());
    assertTrue(PretendedResult.parse("shop_monitor@quay=7").isEmpty());
  }

  @Test
  void injectionsChangeWhatIsReported() throws UnknownNameException {
    Injections injections =
        new Injections(
            false,
            List.of(),
            List.of("dock"),
            List.of("quay"),
            List.of("site"),
            List.of(),
            List.of(),
            List.of(),
            List.of(new PretendedResult("shop", "monitor", 10_000, "quay", 7)));
    Injections.Applied applied = injections.applyTo(state, decision().assessment(), FATAL, NOW);
    Map<String, NodeState> nodes = new HashMap<>();
    applied.state().status().nodes().forEach(each -> nodes.put(each.name(), each));
    assertEquals("offline", nodes.get("dock").process());
    assertEquals("false", nodes.get("quay").inCluster());
    assertEquals("1", nodes.get("quay").attributes().get("fail-count-shop#monitor_10000"));
    assertTrue(applied.state().status().tickets().get(0).granted());
    assertEquals(false, applied.state().status().quorate());
    assertEquals("Failing node quay", applied.modifications().get(2));
  }

  private static Injections onNodes(List<String> up, List<String> down, List<String> failing) {
    return new Injections(
        null, up, down, failing, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void aNodeThatAppearsNowhereIsRefused() {
    for (Injections injections :
        List.of(
            onNodes(List.of("dok"), List.of(), List.of()),
            onNodes(List.of(), List.of("dok"), List.of()),
            onNodes(List.of(), List.of(), List.of("dok")))) {
      UnknownNameException refused =
          assertThrows(
              UnknownNameException.class,
              () -> injections.applyTo(state, decision().assessment(), FATAL, NOW));
      assertEquals("found `dok`, expected a node of this cluster", refused.getMessage());
      assertEquals(List.of("dock", "quay"), refused.known());
    }
  }

  @Test
  void aNodeThatIsOnlyImpliedMayBeNamed() throws UnknownNameException {
    DecisionBuilder withGuest = decision().nodes(node("vm"));
    Injections.Applied applied =
        onNodes(List.of("vm"), List.of(), List.of())
            .applyTo(state, withGuest.assessment(), FATAL, NOW);
    assertEquals(List.of("Bringing node vm online"), applied.modifications());
  }
}

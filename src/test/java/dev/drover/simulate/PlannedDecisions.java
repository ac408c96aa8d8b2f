package dev.drover.simulate;

import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.fact.Bound;
import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Assessment;
import dev.drover.plan.Conduct;
import dev.drover.plan.Decision;
import dev.drover.plan.Edge;
import dev.drover.plan.NodeView;
import dev.drover.plan.Outcome;
import dev.drover.plan.Plan;
import dev.drover.plan.ResourceView;
import dev.drover.plan.ViewBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decider for tests of the world without rules: it fences every node that is lost, and starts
 * every primitive that runs nowhere on the first node that is up, after all fencing.
 */
final class PlannedDecisions implements Decider {
  private static final Conduct CONDUCT =
      new Conduct(
          Map.of(Bound.FENCING_ATTEMPTS, 10),
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Set.of());

  @Override
  public Decision decide(ClusterState state, Instant now) {
    List<Action> actions = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    List<NodeView> nodes = new ArrayList<>();
    for (NodeState node : state.status().nodes()) {
      boolean online = "true".equals(node.inCluster());
      boolean lost = !online && "member".equals(node.expected());
      nodes.add(view(node, online, lost));
      if (lost) {
        actions.add(action(actions.size() + 1, ActionKind.FENCE, null, "stonith", 0, node.name()));
      }
    }
    int fencings = actions.size();
    List<ResourceView> views = new ArrayList<>();
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (ResourceConfig resource : state.configuration().resources()) {
      ViewBuilder view = ViewBuilder.primitive(resource.id());
      List<String> active =
          state.status().nodes().stream()
              .filter(n -> runs(n, resource.id()))
              .map(NodeState::name)
              .toList();
      active.forEach(view::on);
      views.add(view.build());
      String up =
          nodes.stream().filter(NodeView::online).map(NodeView::name).findFirst().orElse(null);
      String place = active.isEmpty() ? up : active.get(0);
      outcomes.put(
          resource.id(),
          new Outcome(resource.id(), place == null ? Role.STOPPED : Role.STARTED, place, null));
      if (active.isEmpty() && up != null && !resource.agent().isFenceDevice()) {
        int start = actions.size() + 1;
        actions.add(action(start, ActionKind.RESOURCE, resource.id(), "start", 0, up));
        actions.add(action(start + 1, ActionKind.RESOURCE, resource.id(), "monitor", 10_000, up));
        edges.add(new Edge(start, start + 1, true));
        for (int fencing = 1; fencing <= fencings; fencing++) {
          edges.add(new Edge(fencing, start, true));
        }
      }
    }
    Assessment before = new Assessment(state.status().quorate(), nodes, views);
    return new Decision(before, outcomes, new Plan(actions, edges), CONDUCT, List.of(), List.of());
  }

  private static boolean runs(NodeState node, String resource) {
    return node.history().stream()
        .filter(history -> history.resource().equals(resource))
        .flatMap(history -> history.operations().stream())
        .reduce((one, other) -> one.callId() > other.callId() ? one : other)
        .filter(last -> last.rc() == 0 && !last.operation().equals("stop"))
        .isPresent();
  }

  private static NodeView view(NodeState node, boolean online, boolean lost) {
    return new NodeView(
        node.id(),
        node.name(),
        NodeKind.MEMBER,
        online,
        false,
        false,
        false,
        false,
        false,
        true,
        lost ? "it is lost" : null,
        null,
        "green",
        0);
  }

  private static Action action(
      int id, ActionKind kind, String resource, String task, long intervalMs, String node) {
    return new Action(
        id,
        kind,
        (resource == null ? "fence" : resource) + "_" + task + "_" + intervalMs,
        resource,
        task,
        intervalMs,
        node,
        true,
        true,
        true,
        false,
        kind == ActionKind.FENCE ? Map.of("stonith_action", "reboot") : Map.of(),
        null);
  }
}

package dev.drover.plan;

import dev.drover.model.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision as tests want it, action by action. */
public final class DecisionBuilder {
  /** A failed start or stop counts for good, as by the rules that Drover comes with. */
  private static final Conduct CONDUCT =
      new Conduct(Map.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Set.of("start", "stop"));

  private final List<NodeView> nodes = new ArrayList<>();
  private final List<ResourceView> resources = new ArrayList<>();
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  public DecisionBuilder nodes(NodeBuilder... some) {
    for (NodeBuilder node : some) {
      nodes.add(node.build());
    }
    return this;
  }

  /** Adds a resource; its primitives are to be nowhere until said otherwise. */
  public DecisionBuilder resource(ViewBuilder view) {
    resources.add(view.build());
    return this;
  }

  public DecisionBuilder next(String resource, Role role, String node) {
    outcomes.put(resource, new Outcome(resource, role, node, null));
    return this;
  }

  /** An action that is needed and can be done. */
  public DecisionBuilder does(String resource, String task, String node, String reason) {
    return action(ActionKind.RESOURCE, resource, task, 0, node, true, true, reason);
  }

  /** An action that is needed and cannot be done. */
  public DecisionBuilder cannot(String resource, String task, String node, String reason) {
    return action(ActionKind.RESOURCE, resource, task, 0, node, true, false, reason);
  }

  /** An action that is not needed. */
  public DecisionBuilder spares(String resource, String task, String node) {
    return action(ActionKind.RESOURCE, resource, task, 0, node, false, true, null);
  }

  public DecisionBuilder action(
      ActionKind kind,
      String resource,
      String task,
      long intervalMs,
      String node,
      boolean required,
      boolean runnable,
      String reason) {
    return action(
        kind,
        resource + "_" + task + "_" + intervalMs,
        resource,
        task,
        intervalMs,
        node,
        required,
        runnable,
        reason);
  }

  public DecisionBuilder action(
      ActionKind kind,
      String key,
      String resource,
      String task,
      long intervalMs,
      String node,
      boolean required,
      boolean runnable,
      String reason) {
    actions.add(
        new Action(
            actions.size() + 1,
            kind,
            key,
            resource,
            task,
            intervalMs,
            node,
            required,
            runnable,
            required && runnable,
            false,
            Map.of(),
            reason));
    return this;
  }

  /** Lets the last action have parameters. */
  public DecisionBuilder with(Map<String, String> parameters) {
    Action last = actions.remove(actions.size() - 1);
    actions.add(
        new Action(
            last.id(),
            last.kind(),
            last.key(),
            last.resource(),
            last.task(),
            last.intervalMs(),
            last.node(),
            last.required(),
            last.runnable(),
            last.inGraph(),
            last.migrationAbort(),
            parameters,
            last.reason()));
    return this;
  }

  public DecisionBuilder fences(ActionKind kind, String node, String method, String reason) {
    actions.add(
        new Action(
            actions.size() + 1,
            kind,
            "stonith-" + node + "-" + method,
            null,
            "stonith",
            0,
            node,
            true,
            true,
            true,
            false,
            Map.of("stonith_action", method),
            reason));
    return this;
  }

  /**
   * The first action comes before the other; counted from 1 in the order in which they were added.
   */
  public DecisionBuilder order(int before, int after, boolean inGraph) {
    edges.add(new Edge(before, after, inGraph));
    return this;
  }

  public Assessment assessment() {
    return new Assessment(true, nodes, resources);
  }

  public Decision build() {
    return new Decision(
        assessment(), outcomes, new Plan(actions, edges), CONDUCT, List.of(), List.of());
  }
}

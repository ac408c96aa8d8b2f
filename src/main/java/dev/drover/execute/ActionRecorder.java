package dev.drover.execute;

import dev.drover.model.Role;
import dev.drover.model.status.ResourceHistory;
import dev.drover.plan.Action;
import dev.drover.plan.Decision;
import dev.drover.plan.Outcome;
import dev.drover.plan.ResourceView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what became of a plan's actions into a status, as the nodes would report it. */
public final class ActionRecorder {
  /** Which exit code an action's plan expects, where that is not 0. */
  private static final String EXPECTED_RC = "op_target_rc";

  private final ResourceNames names;
  private final Map<String, Outcome> outcomes;
  private final Set<String> fatal;
  private final Map<String, String> migrationSources = new HashMap<>();
  private final Map<String, String> migrationTargets = new HashMap<>();

  public ActionRecorder(Decision decision) {
    names = new ResourceNames(decision.before());
    outcomes = decision.outcomes();
    fatal = decision.conduct().fatal();
    for (Action action : decision.plan().actions()) {
      if (action.resource() != null && action.node() != null) {
        switch (action.task()) {
          case "migrate_to" -> migrationSources.put(action.resource(), action.node());
          case "migrate_from" -> migrationTargets.put(action.resource(), action.node());
          default -> {}
        }
      }
    }
  }

  public ResourceNames names() {
    return names;
  }

  /**
   * The name of the node that a live migration of a resource leads to; empty where the plan has
   * none.
   */
  public Optional<String> migrationTarget(String resource) {
    return Optional.ofNullable(migrationTargets.get(resource));
  }

  /**
   * The exit code that a plan expects of an action: of a monitor, that it finds the service as the
   * plan believes it to be.
   */
  public int expectedRc(Action action) {
    String code = action.parameters().get(EXPECTED_RC);
    if (code != null && code.matches("\\d{1,4}")) {
      return Integer.parseInt(code);
    }
    return action.task().equals("monitor")
        ? OperationLog.exitCode(believed(action))
        : OperationLog.OK;
  }

  /**
   * The role that a service has when a monitor looks: a recurring one begins when everything else
   * is done, but on a node that the service is to leave it is repeated before.
   */
  private Role believed(Action action) {
    String resource = action.resource();
    ResourceView view = resource == null ? null : names.view(resource);
    if (resource == null || view == null) {
      return Role.STOPPED;
    }
    Outcome outcome = outcomes.get(resource);
    boolean arrives =
        action.node() != null && outcome != null && action.node().equals(outcome.node());
    return action.intervalMs() > 0 && view.managed() && arrives && outcome != null
        ? outcome.nextRole()
        : view.roles().getOrDefault(action.node(), Role.STOPPED);
  }

  /**
   * What the action's node is told.
   *
   * @param status tells by which name the node knows the resource
   * @throws IllegalArgumentException if the action has no resource or no node
   */
  public Order order(StatusDraft status, Action action) {
    String resource = action.resource();
    String node = action.node();
    if (resource == null || node == null) {
      throw new IllegalArgumentException("no resource agent carries this out: " + action.key());
    }
    boolean remote = names.isRemote(node);
    ResourceView view = names.view(resource);
    boolean migration = action.task().equals("migrate_to") || action.task().equals("migrate_from");
    OperationLog.Entry entry =
        new OperationLog.Entry(
            names.configured(resource),
            names.heading(status.node(node, remote), resource),
            view == null ? null : view.agent(),
            action.task(),
            action.intervalMs(),
            expectedRc(action),
            notification(action, resource),
            migration ? migrationSources.get(resource) : null,
            migration ? migrationTargets.get(resource) : null);
    return new Order(
        node,
        remote,
        entry,
        names.isRemote(names.configured(resource)),
        action.parameters().get(ResourceHistory.KEPT_SINCE),
        fatal.contains(action.task()),
        Map.of());
  }

  /**
   * Records a resource agent's result under the action's node, and nothing that follows from it.
   *
   * @throws IllegalArgumentException if the action has no resource or no node
   */
  public void record(StatusDraft status, Action action, ActionResult result, Instant now) {
    // Deleting a history and asking for metadata leave no history of their own.
    if (action.task().equals("delete") || action.task().equals("meta-data")) {
      return;
    }
    Order order = order(status, action);
    OperationLog.add(status.node(order.node(), order.remoteNode()), order.entry(), result, now);
  }

  /**
   * The part of a notification's key between the resource and the interval, such as {@code
   * pre_notify_start}.
   */
  private static @Nullable String notification(Action action, String resource) {
    if (!action.task().equals("notify")) {
      return null;
    }
    String key = action.key();
    return key.substring(resource.length() + 1, key.lastIndexOf('_'));
  }

  /**
   * Records that a node was fenced: it is known to be down, and with it what it ran and what it
   * knew. Switching a node on is no such thing and records nothing.
   */
  public void recordFencing(StatusDraft status, Action action) {
    if (action.node() != null && !Fenced.isUnfencing(action)) {
      Fenced.down(status.node(action.node(), names.isRemote(action.node())));
    }
  }
}

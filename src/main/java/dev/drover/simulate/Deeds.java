package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.NodeDraft;
import dev.drover.execute.OperationLog;
import dev.drover.execute.StatusDraft;
import dev.drover.model.status.OperationRecord;
import dev.drover.plan.Action;
import dev.drover.plan.NodeView;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a live cluster writes down and does besides when an action of a side's plan ends. */
final class Deeds {
  private static final Set<String> COUNTED = Set.of("start", "stop", "promote", "demote");

  private final World world;

  Deeds(World world) {
    this.world = world;
  }

  /** A resource agent's result is reported to a side. */
  void report(
      Side side,
      Side.Carrying plan,
      Action action,
      String service,
      String node,
      ActionResult result) {
    Instant now = world.clock();
    boolean asExpected = result.isAsExpected(plan.recorder.expectedRc(action));
    FailureCount failureCount = new FailureCount(side.state().configuration());
    side.change(
        status -> {
          NodeDraft draft = status.node(node, plan.recorder.names().isRemote(node));
          if (!asExpected && (action.intervalMs() > 0 || COUNTED.contains(action.task()))) {
            failureCount.add(draft, service, action.task(), action.intervalMs(), result.rc(), now);
          }
          String heading =
              plan.recorder
                  .names()
                  .heading(draft, action.resource() == null ? service : action.resource());
          switch (action.task()) {
            case "delete" -> draft.forget(heading);
            case "cancel" ->
                draft.forgetOperations(
                    heading, op -> recurs(op) && op.intervalMs() == action.intervalMs());
            default -> plan.recorder.record(status, action, result, now);
          }
          if (action.task().equals("start")
              && asExpected
              && plan.recorder.names().isRemote(service)) {
            status.node(service, true).flags().remove(Fencing.FENCED);
          }
          keepForReturn(draft, heading, action, result, asExpected);
          if (action.task().equals("stop") && asExpected) {
            draft.forgetOperations(heading, Deeds::recurs);
          }
        });
    if (asExpected && action.task().equals("stop")) {
      takeGuestsDown(plan, action.resource(), action.key() + " on " + node);
    }
  }

  /**
   * True for a monitor that runs again and again; a failure of one is remembered after it has
   * ended.
   */
  private static boolean recurs(OperationRecord operation) {
    return operation.intervalMs() > 0 && !OperationLog.isFailure(operation);
  }

  /**
   * A resource stays kept for a node as long as it is only stopped there, or found to be stopped.
   */
  private static void keepForReturn(
      NodeDraft draft, String heading, Action action, ActionResult result, boolean asExpected) {
    String since = action.parameters().get("shutdown-lock");
    boolean stopped =
        action.task().equals("stop")
            ? asExpected
            : action.task().equals("monitor") && result.rc() == 7;
    if (since != null && stopped) {
      draft.lock(heading, since);
    } else {
      draft.unlock(heading);
    }
  }

  /** With a container goes the guest node inside it. */
  private void takeGuestsDown(Side.Carrying plan, @Nullable String container, String cause) {
    for (NodeView node : plan.decision.before().nodes()) {
      if (container != null && container.equals(node.container())) {
        world.known(node.name()).ifPresent(machine -> world.clear(machine.name(), cause));
      }
    }
  }

  /**
   * A guest node was made safe by stopping what it runs in: nothing that was known of it holds any
   * more.
   */
  void guestFenced(Side side, String node) {
    side.change(status -> status.node(node, true).forgetAll());
  }

  /** A cluster action: clearing a fail count or a history, or letting a node leave. */
  void clusterAction(Side side, Side.Carrying plan, Action action) {
    String node = action.node();
    if (node == null) {
      return;
    }
    switch (action.task()) {
      case "clear_failcount" ->
          side.change(status -> clearFailures(status.node(node), plan, action.resource()));
      case "lrm_delete" -> side.change(status -> forget(status, plan, node, action.resource()));
      case "do_shutdown" -> {
        side.change(
            status -> {
              status.node(node).offline();
              status.node(node).forgetUnlocked();
            });
        side.dismiss(node);
        world.stopAnswering(node, node + " leaves the cluster");
      }
      default -> {}
    }
  }

  private static void clearFailures(NodeDraft node, Side.Carrying plan, @Nullable String resource) {
    if (resource != null) {
      String service = plan.recorder.names().configured(resource);
      forgetFailures(node, service);
      node.forgetOperations(plan.recorder.names().heading(node, resource), OperationLog::isFailure);
    }
  }

  private static void forget(
      StatusDraft status, Side.Carrying plan, String node, @Nullable String resource) {
    if (resource != null) {
      status.node(node).forget(plan.recorder.names().heading(status.node(node), resource));
    }
  }

  /** Takes a service's fail counts away. */
  static void forgetFailures(NodeDraft node, String service) {
    node.attributes()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("fail-count-" + service + "#")
                    || name.startsWith("last-failure-" + service + "#"));
  }
}

package dev.drover.execute;

import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;

/** What the cluster does to its own books: the actions that neither an agent nor a device does. */
public final class Bookkeeping {
  private Bookkeeping() {}

  /** Carries out a cluster action; one that it does not know changes nothing. */
  public static void write(StatusDraft status, ResourceNames names, Action action) {
    String node = action.node();
    String resource = action.resource();
    if (node == null) {
      return;
    }
    NodeDraft draft = status.node(node);
    switch (action.task()) {
      case "clear_failcount" -> {
        if (resource != null) {
          forgetFailures(draft, names.configured(resource));
          draft.forgetOperations(names.heading(draft, resource), OperationLog::isFailure);
        }
      }
      case "lrm_delete" -> {
        if (resource != null) {
          draft.forget(names.heading(draft, resource));
        }
      }
      case "do_shutdown" -> {
        draft.offline();
        draft.forgetUnlocked();
      }
      default -> {}
    }
  }

  /** Notes that remote and guest nodes have been told of their maintenance. */
  public static void noteMaintenance(StatusDraft status, Action told) {
    told.parameters()
        .forEach(
            (node, begins) ->
                status
                    .node(node, true)
                    .flags()
                    .put(NodeState.IN_MAINTENANCE, Boolean.parseBoolean(begins) ? "1" : "0"));
  }

  /** Takes a service's fail counts away. */
  public static void forgetFailures(NodeDraft node, String service) {
    node.attributes()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("fail-count-" + service + "#")
                    || name.startsWith("last-failure-" + service + "#"));
  }
}

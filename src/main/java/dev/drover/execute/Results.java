package dev.drover.execute;

import dev.drover.model.status.OperationRecord;
import java.time.Instant;
import java.util.Set;

/**
 * Writes what agents did into a status, with all that a cluster concludes from it before any rule
 * sees it: fail counts, what is forgotten, for which node a resource is kept.
 */
public final class Results {
  private static final Set<String> COUNTED = Set.of("start", "stop", "promote", "demote");

  private Results() {}

  /** Writes down one result. */
  public static void write(StatusDraft status, Order order, ActionResult result, Instant now) {
    OperationLog.Entry entry = order.entry();
    NodeDraft node = status.node(order.node(), order.remoteNode());
    boolean asExpected = order.isMetBy(result);
    if (!asExpected && (entry.intervalMs() > 0 || COUNTED.contains(entry.task()))) {
      FailureCount.add(
          node,
          entry.resource(),
          entry.task(),
          entry.intervalMs(),
          result.rc(),
          order.fatal(),
          now);
    }
    switch (entry.task()) {
      case "delete" -> node.forget(entry.heading());
      case "cancel" ->
          node.forgetOperations(
              entry.heading(), op -> recurs(op) && op.intervalMs() == entry.intervalMs());
      // Asking for metadata leaves no history.
      case "meta-data" -> {}
      default -> OperationLog.add(node, entry, result, order.digests(), now);
    }
    boolean started = entry.task().equals("start") && asExpected;
    if (started && order.connects()) {
      status.node(entry.resource(), true).flags().remove(Fenced.FLAG);
    }
    keepForReturn(node, order, result, asExpected);
    if (entry.task().equals("stop") && asExpected) {
      node.forgetOperations(entry.heading(), Results::recurs);
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
      NodeDraft node, Order order, ActionResult result, boolean asExpected) {
    String task = order.entry().task();
    String since = order.keptSince();
    boolean stopped =
        task.equals("stop")
            ? asExpected
            : task.equals("monitor") && result.rc() == OperationLog.NOT_RUNNING;
    if (since != null && stopped) {
      node.lock(order.entry().heading(), since);
    } else {
      node.unlock(order.entry().heading());
    }
  }
}

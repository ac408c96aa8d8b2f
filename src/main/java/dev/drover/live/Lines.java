package dev.drover.live;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.plan.Action;

/** What happens, a line each, for people. */
final class Lines {
  private Lines() {}

  static String of(Action action) {
    String on = action.node() == null ? "" : " on " + action.node();
    String what =
        action.resource() == null
            ? action.task().equals("stonith") ? "fence " + action.node() : action.task() + on
            : task(action.task(), action.intervalMs()) + " of " + action.resource() + on;
    return action.reason() == null ? what : what + ": " + action.reason();
  }

  static String of(Order order, ActionResult result) {
    OperationLog.Entry entry = order.entry();
    String what =
        task(entry.task(), entry.intervalMs()) + " of " + entry.resource() + " on " + order.node();
    if (order.isMetBy(result)) {
      return what + " done";
    }
    String end =
        switch (result.status()) {
          case ActionResult.TIMEOUT -> " timed out";
          case ActionResult.CANCELLED -> " was cancelled";
          default -> " ended with " + result.rc() + " instead of " + entry.expectedRc();
        };
    return what + end + (result.exitReason().isEmpty() ? "" : ": " + result.exitReason());
  }

  static String of(FenceJob fence, boolean done, String reason) {
    String what = "fencing " + fence.target() + " (" + fence.action() + ")";
    return what + (done ? " done: " : " failed: ") + reason;
  }

  private static String task(String task, long intervalMs) {
    if (!task.equals("monitor")) {
      return task;
    }
    return intervalMs == 0 ? "probe" : "monitor";
  }
}

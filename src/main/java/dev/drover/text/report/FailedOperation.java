package dev.drover.text.report;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation that failed.
 *
 * @param resource the name that the node knows it by
 * @param intervalMs in milliseconds; 0 for one that does not recur
 * @param result how it ended
 * @param at when its result changed last; null where that is not known
 */
public record FailedOperation(
    String node,
    String resource,
    String operation,
    long intervalMs,
    ActionResult result,
    @Nullable Instant at) {
  /** The agent ran, and what it said is an error. */
  private static final int ERROR = 4;

  private static final int FATAL_ERROR = 6;

  /** The failures that nodes still have in their histories, in the order of these. */
  public static List<FailedOperation> of(Status status) {
    List<FailedOperation> failed = new ArrayList<>();
    for (NodeState node : status.nodes()) {
      for (ResourceHistory history : node.history()) {
        history.operations().stream()
            .filter(done -> OperationLog.isFailure(done) || OperationLog.isFailedMigration(done))
            .map(done -> of(node.name(), history.resource(), done))
            .forEach(failed::add);
      }
    }
    return failed;
  }

  private static FailedOperation of(String node, String resource, OperationRecord done) {
    long seconds = done.lastChange() > 0 ? done.lastChange() : done.lastRun();
    return new FailedOperation(
        node,
        resource,
        done.operation(),
        done.intervalMs(),
        new ActionResult(done.status(), done.rc(), done.exitReason()),
        seconds > 0 ? Instant.ofEpochSecond(seconds) : null);
  }

  /** The line of it, as operators know it. */
  String line() {
    String interval = intervalMs == 0 ? "" : interval() + "-interval ";
    String when = at == null ? "" : " at " + StatusReport.date(at);
    return resource + " " + interval + operation + " on " + node + " " + end() + when;
  }

  private String interval() {
    return intervalMs % 1000 == 0 ? intervalMs / 1000 + "s" : intervalMs + "ms";
  }

  private String end() {
    int status = result.status();
    String reason = result.exitReason();
    if (status == ActionResult.DONE || (status >= ERROR && status <= FATAL_ERROR)) {
      return "returned '"
          + ExitText.of(result.rc())
          + "'"
          + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
    return "could not be executed (" + word(status) + (reason.isEmpty() ? "" : ": " + reason) + ")";
  }

  /** What a status means that {@link OperationRecord#status()} lists, where no agent had a say. */
  private static String word(int status) {
    return switch (status) {
      case -1 -> "Pending";
      case 1 -> "Cancelled";
      case ActionResult.TIMEOUT -> "Timed out";
      case 3 -> "Not supported";
      case 7 -> "Not installed";
      case 8 -> "Not connected";
      case 9 -> "Invalid";
      case 10 -> "No fence device";
      case 11 -> "No secrets";
      default -> "Status " + status;
    };
  }
}

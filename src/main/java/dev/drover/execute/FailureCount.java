package dev.drover.execute;

import java.time.Instant;

/**
 * Counts failed operations as the nodes of a live cluster do while a transition runs, before any
 * rule sees them.
 */
public final class FailureCount {
  private FailureCount() {}

  /**
   * Counts a result, unless it says only what a probe is there to find out, or that all is well.
   *
   * @param fatal whether a failure counts as many as can be
   */
  public static void add(
      NodeDraft node,
      String resource,
      String task,
      long intervalMs,
      int rc,
      boolean fatal,
      Instant now) {
    if (rc != OperationLog.OK && (rc != OperationLog.NOT_RUNNING || intervalMs > 0)) {
      OperationLog.countFailure(node, resource, task, intervalMs, fatal, now);
    }
  }
}

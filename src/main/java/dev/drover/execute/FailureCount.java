package dev.drover.execute;

import dev.drover.model.config.Configuration;
import dev.drover.model.fact.Words;
import java.time.Instant;

/**
 * Counts failed operations as the nodes of a live cluster do while a transition runs, before any
 * rule sees them.
 */
public final class FailureCount {
  private final boolean startsFailForGood;

  /** Counts by a configuration's options. */
  public FailureCount(Configuration configuration) {
    startsFailForGood =
        !Words.isFalse(ClusterOption.text(configuration, "start-failure-is-fatal", "true"));
  }

  /**
   * Counts a result, unless it says only what a probe is there to find out, or that all is well.
   */
  public void add(
      NodeDraft node, String resource, String task, long intervalMs, int rc, Instant now) {
    if (rc == OperationLog.OK || rc == OperationLog.NOT_RUNNING && intervalMs == 0) {
      return;
    }
    boolean forGood = task.equals("stop") || task.equals("start") && startsFailForGood;
    OperationLog.countFailure(node, resource, task, intervalMs, forGood, now);
  }
}

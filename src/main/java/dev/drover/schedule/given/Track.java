package dev.drover.schedule.given;

import dev.drover.model.fact.Happened;
import dev.drover.model.fact.Words;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import java.util.List;

/**
 * The history of one resource name on one node.
 *
 * @param id its name in facts
 * @param history as it was recorded
 * @param base the primitive it belongs to
 * @param node the node's id
 * @param records what was recorded, oldest first
 * @param facts the same as facts, in the same order
 */
public record Track(
    String id,
    ResourceHistory history,
    Primitive base,
    String node,
    List<OperationRecord> records,
    List<Happened> facts) {
  /** Whether every result is what was expected, and none is a live migration's. */
  public boolean isSmooth() {
    // no stream here: there may be a hundred thousand histories
    for (Happened happened : facts) {
      if (!happened.isSmooth()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Since when the resource is kept for the node, which was shut down, in seconds since 1970; 0
   * where it is not.
   */
  public long lockedSince() {
    return Words.number(history.attributes().getOrDefault(ResourceHistory.KEPT_SINCE, ""), 0);
  }
}

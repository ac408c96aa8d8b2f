package dev.drover.live;

import dev.drover.execute.NodeDraft;
import dev.drover.execute.StatusDraft;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import org.jspecify.annotations.Nullable;

/** What is known of a node from its reports. */
final class Reported {
  private Reported() {}

  /** A node by its name; null where nothing was ever reported of it. */
  static @Nullable NodeState node(ClusterState state, String name) {
    return state.status().nodes().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether it takes part. */
  static boolean isIn(NodeState node) {
    return "true".equals(node.inCluster());
  }

  /**
   * A node that reports takes part.
   *
   * @param anew whether its agent knows nothing of what it did before
   */
  static void takesPart(StatusDraft status, NodeReport report, boolean anew) {
    NodeDraft node = status.node(report.node());
    if (anew) {
      node.forgetUnlocked();
      node.flags().put(NodeReport.BOOT, report.boot());
      node.flags().remove(NodeReport.TAKEN_UP);
      // whether it resets itself it has to say again
      node.flags().remove(NodeState.RESETS_WITHIN);
    }
    node.online();
  }

  /** Up to which serial number its results are known. */
  static long takenUp(NodeState node) {
    return Long.parseLong(node.flags().getOrDefault(NodeReport.TAKEN_UP, "0"));
  }
}

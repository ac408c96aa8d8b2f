package dev.drover.live;

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

  /** Up to which serial number its results are known. */
  static long takenUp(NodeState node) {
    return Long.parseLong(node.flags().getOrDefault(NodeReport.TAKEN_UP, "0"));
  }
}

package dev.drover.live;

import dev.drover.execute.Fenced;
import dev.drover.execute.NodeDraft;
import dev.drover.execute.ResourceNames;
import dev.drover.execute.StatusDraft;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;
import java.time.Instant;
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
      node.flags().remove(NodeReport.FENCED);
      // whether it resets itself it has to say again
      node.flags().remove(NodeState.RESETS_WITHIN);
    }
    node.online();
  }

  /**
   * A node was fenced, or switched on.
   *
   * @param boot which start of its agent that was to end; empty where none is known
   */
  static void fenced(
      StatusDraft status, Action action, String boot, ResourceNames names, Instant now) {
    String node = action.node();
    if (node == null) {
      return;
    }
    boolean remote = names.isRemote(node);
    Fenced.write(status, action, remote, now);
    if (!boot.isEmpty() && !Fenced.isUnfencing(action)) {
      status.node(node, remote).flags().put(NodeReport.FENCED, boot);
    }
  }

  /** Which start of a node's agent reported last; empty where none has. */
  static String boot(ClusterState state, @Nullable String name) {
    NodeState node = name == null ? null : node(state, name);
    return node == null ? "" : node.flags().getOrDefault(NodeReport.BOOT, "");
  }

  /** Whether who reports is known to have been fenced, and so cannot be there. */
  static boolean wasFenced(@Nullable NodeState known, NodeReport report) {
    return known != null
        && !isIn(known)
        && report.boot().equals(known.flags().get(NodeReport.FENCED));
  }

  /** Whether something that was told before this by a node has not come. */
  static boolean isAhead(ClusterState state, Finished finished) {
    NodeState teller = node(state, finished.assignment().order().node());
    return teller != null && isIn(teller) && finished.serial() > takenUp(teller) + 1;
  }

  /** Up to which serial number its results are known. */
  static long takenUp(NodeState node) {
    return Long.parseLong(node.flags().getOrDefault(NodeReport.TAKEN_UP, "0"));
  }
}

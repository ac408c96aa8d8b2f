package dev.drover.execute;

import dev.drover.plan.Action;
import java.time.Instant;
import java.util.Map;

/** Writes into a status that a fence device did what it was told. */
public final class Fenced {
  /** The report on a remote node that it was fenced, and its connection has not come up since. */
  public static final String FLAG = "node_fenced";

  private Fenced() {}

  /** True for switching a node on again, which makes nothing safe. */
  public static boolean isUnfencing(Action action) {
    return "on".equals(action.parameters().get("stonith_action"));
  }

  /**
   * Records what a fencing action that succeeded means: the node is known to be down, and with it
   * what it ran and what it knew; or, switched on again, it remembers by which definitions of its
   * devices.
   */
  public static void write(StatusDraft status, Action action, boolean remote, Instant now) {
    String name = action.node();
    if (name == null) {
      return;
    }
    NodeDraft node = status.node(name, remote);
    if (isUnfencing(action)) {
      Map<String, String> attributes = node.attributes();
      attributes.put("#node-unfenced", Long.toString(now.getEpochSecond()));
      attributes.put("#digests-all", action.parameters().getOrDefault("digests-all", ""));
      attributes.put("#digests-secure", action.parameters().getOrDefault("digests-secure", ""));
      return;
    }
    down(node);
    if (remote) {
      node.flags().put(FLAG, "1");
    }
  }

  /** A node is known to be down, and what it ran is gone with what it knew. */
  public static void down(NodeDraft node) {
    node.offline();
    node.forgetAll();
  }
}

package dev.drover.model.fact;

/**
 * What was last heard of a node.
 *
 * @param memberSince −1 where nothing was ever reported, 0 for not in the cluster, else since when
 *     (seconds since 1970)
 * @param onlineSince 0 where its daemon does not answer, else since when; 1 where only that it
 *     answers is known
 * @param join {@code down}, {@code pending}, {@code member}, {@code banned}, or empty
 * @param expected {@code down}, {@code member}, or empty
 */
public record Membership(
    String node, long memberSince, long onlineSince, String join, String expected) {
  /** True where the membership layer sees the node. */
  public boolean isMember() {
    return memberSince > 0;
  }

  /** True where the daemon on the node answers. */
  public boolean isOnline() {
    return onlineSince > 0;
  }

  /** True where nobody expects the node to be up. */
  public boolean isExpectedDown() {
    return expected.isEmpty() || expected.equals("down");
  }
}

package dev.drover.model.status;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as last reported.
 *
 * @param id the membership layer's identifier
 * @param name the name that people use
 * @param remote whether this is a remote or guest node
 * @param inCluster {@code true}, {@code false}, or when it joined in seconds since 1970 ({@code 0}
 *     for not in); null where nothing was reported
 * @param process {@code online}, {@code offline}, or when the daemon answered first in seconds
 *     since 1970; null where nothing was reported
 * @param join {@code down}, {@code pending}, {@code member} or {@code banned}; null where nothing
 *     was reported
 * @param expected {@code down} or {@code member}; null where nothing was reported
 * @param flags anything else that was reported on the node itself ({@code node_fenced}, {@code
 *     standby}, …)
 * @param attributes transient node attributes
 * @param utilization what the node can carry until it restarts, where nothing is configured for it
 * @param history what was done with each resource there, in the order it was reported
 */
public record NodeState(
    String id,
    String name,
    boolean remote,
    @Nullable String inCluster,
    @Nullable String process,
    @Nullable String join,
    @Nullable String expected,
    Map<String, String> flags,
    Map<String, String> attributes,
    Map<String, String> utilization,
    List<ResourceHistory> history) {
  /**
   * The flag of a node that has promised its leader to reset itself by its watchdog: how many
   * milliseconds after nobody counts on it any more it surely has.
   */
  public static final String RESETS_WITHIN = "resets-within-ms";

  /** The flag of a remote or guest node that has been told that it is in maintenance: {@code 1}. */
  public static final String IN_MAINTENANCE = "node_in_maintenance";

  /** A node that reports nothing about what it can carry. */
  public NodeState(
      String id,
      String name,
      boolean remote,
      @Nullable String inCluster,
      @Nullable String process,
      @Nullable String join,
      @Nullable String expected,
      Map<String, String> flags,
      Map<String, String> attributes,
      List<ResourceHistory> history) {
    this(
        id, name, remote, inCluster, process, join, expected, flags, attributes, Map.of(), history);
  }

  /**
   * How long after nobody counts on this node it has surely reset itself, in milliseconds; 0 where
   * it has not promised to.
   */
  public long resetsWithinMs() {
    String promised = flags.get(RESETS_WITHIN);
    return promised != null && promised.matches("\\d{1,9}") ? Long.parseLong(promised) : 0;
  }
}

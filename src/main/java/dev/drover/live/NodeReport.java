package dev.drover.live;

import java.util.List;

/**
 * What a node tells a leader that it has not told yet.
 *
 * @param node the node's name
 * @param boot changes whenever the node's agent has started anew and knows of nothing it did before
 * @param underWay what was begun and has not ended
 * @param finished what ended, and nobody has confirmed to have written down, in order
 */
public record NodeReport(
    String node, String boot, List<Assignment> underWay, List<Finished> finished) {
  /** The report on a node by which it is known when its agent has started anew. */
  public static final String BOOT = "boot";

  /** The report on a node by which it is known which start of its agent was fenced. */
  public static final String FENCED = "fenced-boot";

  /** The report on a node by which it is known up to which serial number its results are in it. */
  public static final String TAKEN_UP = "taken-up";
}

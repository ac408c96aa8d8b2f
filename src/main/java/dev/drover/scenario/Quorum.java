package dev.drover.scenario;

/** How the membership layer counts nodes. */
public enum Quorum {
  /** More than half of all configured members see each other. */
  MAJORITY,
  /**
   * One of two is enough once both have seen each other since the last of them came up alone: a
   * node that comes up and has not yet seen its peer has no quorum, a node that loses its peer
   * keeps it.
   */
  TWO_NODE,
  /** Quorum is as the cluster's status says, and changes only where a step says so. */
  GIVEN
}

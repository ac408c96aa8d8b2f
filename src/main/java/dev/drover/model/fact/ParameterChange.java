package dev.drover.model.fact;

/** What became of the parameters that an operation ran with. */
public enum ParameterChange {
  /** They are the configured ones. */
  NONE,

  /** Only parameters marked as private differ, as in a report from which passwords were removed. */
  PRIVATE_ONLY,

  /**
   * The new ones can be taken over while the resource runs: a recurring operation by being
   * scheduled again, any other by having the agent reload.
   */
  RELOADABLE,

  /** Only a new start takes them over; for unfencing: only unfencing the node again. */
  RESTART,

  /**
   * Nothing was recorded to compare them with. A failure is not forgotten for that; where the
   * resource runs, it is to be treated like a change: a recurring operation is scheduled again,
   * anything else done again.
   */
  UNKNOWN
}

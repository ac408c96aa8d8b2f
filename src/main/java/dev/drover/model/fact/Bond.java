package dev.drover.model.fact;

/**
 * What a relation between two actions means for their being needed and possible. A relation carries
 * one or more.
 *
 * <p>"Required" means that the action must be done; "runnable" that it can be. The meanings follow
 * the action relations of Pacemaker's scheduler, whose results Drover is compared with.
 */
public enum Bond {
  /** The first comes before the other where both are done; nothing else follows. */
  ORDERED,
  /** Only where the first is no part of a live migration. */
  UNLESS_FIRST_MIGRATES,
  /** Where the other is required, so is the first. */
  THEN_REQUIRES_FIRST,
  /**
   * Where the first is required, so is the other. Of a clone or bundle that something else waits
   * for, only where an instance that has to do it also can.
   */
  FIRST_REQUIRES_THEN,
  /** Where the other is required and its resource is to be promoted, the first is required. */
  PROMOTED_THEN_REQUIRES_FIRST,
  /**
   * The first can run only where the other can both run and migrate; the first is required where
   * the other is.
   */
  UNMIGRATABLE_THEN_BLOCKS_FIRST,
  /** The other can run only where the first can. */
  FIRST_MUST_RUN,
  /** Where the first cannot run, the other becomes a real action that no migration can include. */
  FIRST_ELSE_THEN,
  /** Where the first is required, so is the other's counterpart on the same node. */
  FIRST_REQUIRES_THEN_ON_SAME_NODE,
  /**
   * As FIRST_MUST_RUN, but without effect where the first cannot run and its resource is active.
   */
  NESTED_REMOTE_PROBE,
  /**
   * A stop in between: required where the other is, or where the other cannot run; a blocked first
   * blocks the other.
   */
  INTERMEDIATE_STOP,
  /** Not at the same time; which comes first does not matter. */
  SERIALIZE,
  /** Only where both are on one node. */
  SAME_NODE,
  /**
   * Where the other is required, the first is put into the plan even though nobody else needs it.
   */
  THEN_GRAPHS_FIRST,
  /** Where the first is required and runnable, the other is put into the plan. */
  FIRST_GRAPHS_THEN,
  /** Configured by an operator without an inverse. */
  ASYMMETRIC,
  /** Only where both are on one node, or a migration's target is the other's node. */
  SAME_NODE_OR_TARGET,
  /** The other can run where enough instances of the first can. */
  MIN_RUNNABLE,
  /** Only where the first is required and on the other's node. */
  REQUIRED_ON_SAME_NODE,
  /** Holds even where the first runs on a guest node that the other creates. */
  GUEST_ALLOWED,
  /** Where the other is required, the first no longer is. */
  THEN_CANCELS_FIRST,
  /**
   * Says nothing about when the first's resource is looked for: that may be after the other, once
   * what it runs inside of is up again.
   */
  NOT_FOR_PROBES,
  /** Dropped where the first would, through others, have to wait for the other. */
  UNLESS_FIRST_WAITS_FOR_THEN
}

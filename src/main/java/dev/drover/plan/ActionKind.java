package dev.drover.plan;

/** Who carries an action out. */
public enum ActionKind {
  /** A resource agent on a node. */
  RESOURCE,
  /** The cluster itself, such as clearing a fail count. */
  CLUSTER,
  /** A fence device. */
  FENCE,
  /** Nobody: a point in the order that others wait for. */
  PSEUDO
}

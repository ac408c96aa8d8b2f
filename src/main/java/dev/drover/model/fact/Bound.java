package dev.drover.model.fact;

/** What can be bounded while a plan is carried out. */
public enum Bound {
  /** Actions under way in the whole cluster. */
  ACTIONS,
  /** Actions under way on one node. */
  ACTIONS_ON_NODE,
  /** Live migrations under way to or from one node. */
  MIGRATIONS_ON_NODE,
  /** Attempts in a row at fencing one node. */
  FENCING_ATTEMPTS
}

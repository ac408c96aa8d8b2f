package dev.drover.plan;

/** How far the cluster manages its resources at all. */
public enum Management {
  /** Resources are started, stopped and recovered as needed. */
  NORMAL,
  /** Nothing is touched: the whole cluster is in maintenance. */
  MAINTENANCE,
  /** Every resource is kept stopped. */
  STOP_ALL
}

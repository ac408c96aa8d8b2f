package dev.drover.model.fact;

import org.jspecify.annotations.Nullable;

/**
 * That one action comes before another, as an operator wrote it, or as sets of them come to.
 *
 * <p>Each side is either a resource's action or a gate: a point that is passed as soon as one of
 * the actions before it can run.
 *
 * @param id the constraint or set it comes from
 * @param first the resource whose action comes first, as configured; null where a gate does
 * @param firstAction {@code start}, {@code stop}, {@code promote} or {@code demote}; null where a
 *     gate comes first
 * @param firstGate the gate's name, such as {@code one-or-more:set1}, or null
 * @param next the resource whose action follows, as configured; null where a gate does
 * @param nextAction null where a gate follows
 * @param nextGate the gate's name, or null
 * @param requireAll where the first is a clone: whether all its instances are needed, or any one
 */
public record OrderPair(
    String id,
    @Nullable String first,
    @Nullable String firstAction,
    @Nullable String firstGate,
    @Nullable String next,
    @Nullable String nextAction,
    @Nullable String nextGate,
    Kind kind,
    Symmetry symmetry,
    boolean requireAll) {
  /** True where the first action brings its resource up: a start or a promotion. */
  public boolean isFirstUp() {
    return "start".equals(firstAction) || "promote".equals(firstAction);
  }

  /** How much depends on the order. */
  public enum Kind {
    /** The second is possible only after the first. */
    MANDATORY,
    /** Only matters where both are done. */
    OPTIONAL,
    /** Never both at the same time. */
    SERIALIZE
  }

  /** How the pair stands to its inverse. */
  public enum Symmetry {
    /** The inverse is not ordered. */
    ALONE,
    /** The order as written, where the inverse is ordered too. */
    FORWARD,
    /** The inverse of an order as written. */
    INVERSE
  }
}

package dev.drover.schedule.place;

import dev.drover.model.Role;
import java.util.Comparator;

/**
 * A colocation between two resources of the tree.
 *
 * @param dependentRole {@link Role#UNKNOWN} for any
 * @param primaryRole {@link Role#UNKNOWN} for any
 * @param explicit an operator wrote it
 */
record Tie(
    String id,
    Piece dependent,
    Role dependentRole,
    Piece primary,
    Role primaryRole,
    String attribute,
    int score,
    boolean influence,
    boolean explicit) {
  /**
   * Which of two resources is heeded first: priority, then the more collective kind, then the name.
   */
  private static final Comparator<Piece> WEIGHT =
      Comparator.<Piece>comparingInt(p -> -p.priority)
          .thenComparingInt(p -> -p.item.kind().ordinal())
          .thenComparing(p -> !p.isPromotable())
          .thenComparing(Piece::id);

  static final Comparator<Tie> BY_PRIMARY = Comparator.comparing(Tie::primary, WEIGHT);
  static final Comparator<Tie> BY_DEPENDENT = Comparator.comparing(Tie::dependent, WEIGHT);

  boolean isMandatory() {
    return score >= Table.INFINITY || score <= Table.NEVER;
  }

  boolean demands() {
    return score >= Table.INFINITY;
  }

  /** Its strength as a share of "must". */
  float factor() {
    return score / (float) Table.INFINITY;
  }

  /** Whether the dependent's wishes count when the primary, or this instance of it, is placed. */
  boolean influences(Piece instance) {
    if (dependent.traits.nestedConnection() && !instance.failed() && instance.active.size() == 1) {
      return false;
    }
    return influence || instance.active.isEmpty();
  }

  boolean influences() {
    return influences(primary);
  }
}

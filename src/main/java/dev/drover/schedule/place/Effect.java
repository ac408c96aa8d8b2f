package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;

/** What a colocation can still do for a dependent, given how far placement has come. */
enum Effect {
  NOTHING,
  PLACE,
  ROLE;

  /**
   * Tells what a colocation does now.
   *
   * @param preview as if both were still to be placed
   */
  static Effect of(Piece dependent, Piece primary, Tie tie, boolean preview) {
    if (!preview && primary.unassigned) {
      return NOTHING;
    }
    Piece actor = inside(dependent);
    if (tie.dependentRole().compareTo(Role.UNPROMOTED) >= 0
        && actor.parent != null
        && actor.parent.top().isPromotable()
        && !actor.unassigned) {
      return ROLE;
    }
    if (!preview && !dependent.unassigned) {
      return NOTHING;
    }
    boolean roles =
        (tie.dependentRole() == Role.UNKNOWN || tie.dependentRole() == actor.next)
            && (tie.primaryRole() == Role.UNKNOWN || tie.primaryRole() == roleOf(primary));
    return roles ? PLACE : NOTHING;
  }

  /** The role that counts for a resource: for a container, that of the instance inside. */
  static Role roleOf(Piece piece) {
    return inside(piece).next;
  }

  private static Piece inside(Piece piece) {
    if (piece.parent != null && piece.parent.is(Kind.BUNDLE)) {
      for (Crate crate : piece.parent.crates) {
        if (crate.container() == piece && crate.instance() != null) {
          return crate.instance();
        }
      }
    }
    return piece;
  }
}

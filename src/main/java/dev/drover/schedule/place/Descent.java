package dev.drover.schedule.place;

import dev.drover.model.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a resource would pull along first, and whom that one would, and so on. Placing the far
 * end first gives what placing the near end gives, without a call for every link: chains may be as
 * long as a cluster has resources.
 */
final class Descent {
  private Descent() {}

  /**
   * The resource and those before it, the far end first; the resource alone where the chain closes
   * to a loop.
   */
  static List<Piece> of(Piece root) {
    Set<Piece> chain = new LinkedHashSet<>();
    for (Piece piece = root; piece != null; piece = next(piece)) {
      if (!chain.add(piece)) {
        return List.of(root);
      }
    }
    List<Piece> order = new ArrayList<>(chain);
    Collections.reverse(order);
    return order;
  }

  private static @Nullable Piece next(Piece root) {
    Piece speaker = root.is(Kind.GROUP) && !root.members.isEmpty() ? root.members.get(0) : root;
    if (root.is(Kind.BUNDLE) || !root.unassigned) {
      return null;
    }
    // With nothing mandatory from below, the first link is what is looked at first, whatever its
    // strength.
    boolean plain = TieBook.withThis(speaker).stream().noneMatch(Tie::isMandatory);
    return TieBook.thisWith(speaker).stream()
        .filter(tie -> plain || root.is(Kind.CLONE) || tie.isMandatory())
        .min(Comparator.comparing(tie -> !root.is(Kind.CLONE) && !tie.isMandatory()))
        .map(tie -> outermost(tie.primary()))
        .filter(primary -> primary.unassigned)
        .orElse(null);
  }

  private static Piece outermost(Piece piece) {
    Piece outer = piece;
    while (outer.parent != null) {
      outer = outer.parent;
    }
    return outer;
  }
}

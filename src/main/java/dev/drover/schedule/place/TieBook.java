package dev.drover.schedule.place;

import dev.drover.model.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which colocations count for a resource: its own, and those of the collectives that it stands for.
 * A group hands "with" down to its first member and "with this" to its last, because its members
 * hang on each other in a chain.
 */
final class TieBook {
  private TieBook() {}

  /** The colocations in which the resource follows another, the weightiest primary first. */
  static List<Tie> thisWith(Piece piece) {
    if (piece.parent == null && !piece.is(Kind.GROUP)) {
      return piece.thisWith;
    }
    List<Tie> list = new ArrayList<>();
    collectThisWith(piece, piece, list);
    return list;
  }

  /** The colocations in which another follows the resource, the weightiest dependent first. */
  static List<Tie> withThis(Piece piece) {
    if (piece.parent == null && !piece.is(Kind.GROUP)) {
      return piece.withThis;
    }
    List<Tie> list = new ArrayList<>();
    collectWithThis(piece, piece, list);
    return list;
  }

  /** Adds a colocation to both its resources. */
  static void enter(Tie tie) {
    insert(tie.dependent().thisWith, tie, Tie.BY_PRIMARY);
    insert(tie.primary().withThis, tie, Tie.BY_DEPENDENT);
    if (tie.demands()) {
      tie.dependent().inDemand = true;
      tie.primary().inDemand = true;
    }
  }

  private static void collectThisWith(Piece piece, Piece asking, List<Tie> list) {
    switch (piece.item.kind()) {
      case PRIMITIVE -> {
        addAll(list, owned(piece, asking, piece.thisWith), Tie.BY_PRIMARY);
        if (piece == asking && piece.parent != null) {
          collectThisWith(piece.parent, asking, list);
        }
      }
      case GROUP -> collectGroupWith(piece, asking, list);
      case CLONE -> {
        addAll(list, piece.thisWith, Tie.BY_PRIMARY);
        if (piece.parent != null) {
          collectThisWith(piece.parent, asking, list);
        }
      }
      case BUNDLE -> {
        if (speaksForBundle(piece, asking)) {
          addAll(list, piece.thisWith, Tie.BY_PRIMARY);
        }
      }
    }
  }

  private static void collectGroupWith(Piece group, Piece asking, List<Tie> list) {
    if (group.members.isEmpty()) {
      return;
    }
    if (asking == group || asking == group.members.get(0)) {
      addAll(list, group.thisWith, Tie.BY_PRIMARY);
      if (group.parent != null) {
        collectThisWith(group.parent, asking, list);
      }
      if (group.traits.together()) {
        for (Piece member : group.members) {
          if (member != asking) {
            collectThisWith(member, asking, list);
          }
        }
      }
      return;
    }
    // The chain from the first member is broken where a member stays put, so what the group must do
    // is said again.
    for (Piece member : group.members) {
      if (member == asking) {
        return;
      }
      if (!member.isManaged()) {
        for (Tie tie : group.thisWith) {
          if (tie.demands()) {
            insert(list, tie, Tie.BY_PRIMARY);
          }
        }
        return;
      }
    }
  }

  private static void collectWithThis(Piece piece, Piece asking, List<Tie> list) {
    switch (piece.item.kind()) {
      case PRIMITIVE -> {
        addAll(list, owned(piece, asking, piece.withThis), Tie.BY_DEPENDENT);
        if (piece == asking && piece.parent != null) {
          collectWithThis(piece.parent, asking, list);
        }
      }
      case GROUP -> collectWithGroup(piece, asking, list);
      case CLONE -> {
        addAll(list, piece.withThis, Tie.BY_DEPENDENT);
        if (piece.parent != null) {
          collectWithThis(piece.parent, asking, list);
        }
      }
      case BUNDLE -> {
        if (speaksForBundle(piece, asking)) {
          addAll(list, piece.withThis, Tie.BY_DEPENDENT);
        }
      }
    }
  }

  private static void collectWithGroup(Piece group, Piece asking, List<Tie> list) {
    if (group.members.isEmpty()
        || (asking != group && asking != group.members.get(group.members.size() - 1))) {
      return;
    }
    addAll(list, group.withThis, Tie.BY_DEPENDENT);
    if (group.parent != null) {
      collectWithThis(group.parent, asking, list);
    }
    if (group.traits.together()) {
      for (Piece member : group.members) {
        if (member != asking) {
          collectWithThis(member, asking, list);
        }
      }
    }
  }

  /**
   * For others of its group only what an operator wrote about a member counts, not the chain
   * itself.
   */
  private static List<Tie> owned(Piece piece, Piece asking, List<Tie> own) {
    return piece == asking ? own : own.stream().filter(Tie::explicit).toList();
  }

  /** Containers speak for a bundle; the bundled resource only once it is about roles. */
  private static boolean speaksForBundle(Piece bundle, Piece asking) {
    if (asking == bundle || bundle.crates.stream().anyMatch(crate -> crate.container() == asking)) {
      return true;
    }
    Piece bundled = asking.top();
    if (bundled == bundle || bundled.parent != bundle || !bundled.isPromotable()) {
      return false;
    }
    return asking == bundled ? bundled.promotionRanked : !asking.unassigned;
  }

  private static void addAll(List<Tie> list, List<Tie> more, Comparator<Tie> order) {
    if (list.isEmpty()) {
      list.addAll(more);
      return;
    }
    for (Tie tie : more) {
      insert(list, tie, order);
    }
  }

  /** Puts a colocation before the first that is not weightier. */
  private static void insert(List<Tie> list, Tie tie, Comparator<Tie> order) {
    int low = 0;
    int high = list.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (order.compare(tie, list.get(middle)) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    list.add(low, tie);
  }
}

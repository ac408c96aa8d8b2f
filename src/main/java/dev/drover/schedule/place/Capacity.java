package dev.drover.schedule.place;

import dev.drover.model.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps resources off nodes without room for them, and together with what must come along. */
final class Capacity {
  private final Room room;

  Capacity(Room room) {
    this.room = room;
  }

  /**
   * Bans a primitive from nodes without room for it and everything that must share its node; where
   * no node has room for all of that, from those without room for itself.
   *
   * @return in the latter case the node with the most left, else null
   */
  @Nullable Seat banFull(Piece piece) {
    if (!room.strategy().capacityCounts()) {
      return null;
    }
    int[] total = needs(company(piece));
    boolean anyFits = false;
    Seat freest = null;
    for (Seat seat : room.seats) {
      if (room.isAvailable(seat, piece.scores)) {
        anyFits |= fits(seat, total);
        if (freest == null || Room.compareFree(seat, freest) < 0) {
          freest = seat;
        }
      }
    }
    int @Nullable [] needed = anyFits ? total : piece.needs;
    for (Seat seat : room.seats) {
      if (needed != null && room.isAvailable(seat, piece.scores) && !fits(seat, needed)) {
        piece.scores[seat.index] = Table.NEVER;
      }
    }
    return anyFits ? null : freest;
  }

  /** What is needed by two resources and everything that must come along with either. */
  int[] needsOfBoth(Piece one, Piece other) {
    Set<Piece> company = company(one);
    company.addAll(company(other));
    return needs(company);
  }

  private int[] needs(Set<Piece> company) {
    int[] total = new int[room.seats.get(0).free.length];
    company.forEach(piece -> addNeeds(piece, company, total));
    return total;
  }

  /** Whether a node has so much left. */
  static boolean fits(Seat seat, int[] needs) {
    for (int i = 0; i < needs.length; i++) {
      if (needs[i] > seat.free[i]) {
        return false;
      }
    }
    return true;
  }

  /** Everything that must be where the resource is, itself included. */
  private static Set<Piece> company(Piece asking) {
    Set<Piece> company = new LinkedHashSet<>();
    if (isAlone(asking)) {
      company.add(asking);
      return company;
    }
    Deque<Piece> open = new ArrayDeque<>(List.of(asking));
    while (!open.isEmpty()) {
      Piece piece = open.pop();
      if (piece.is(Kind.GROUP) && (piece.traits.together() || piece.isInstance())) {
        company.add(piece);
        piece.members.stream().filter(member -> !company.contains(member)).forEach(open::push);
      } else if ((!piece.is(Kind.GROUP) || !piece.members.isEmpty()) && company.add(piece)) {
        neighbours(piece).filter(other -> other != asking).forEach(open::push);
      }
    }
    return company;
  }

  /** Known without a look at what may be a thousand colocations. */
  private static boolean isAlone(Piece piece) {
    return piece.is(Kind.PRIMITIVE) && piece.parent == null && !piece.inDemand;
  }

  private static Stream<Piece> neighbours(Piece piece) {
    Stream<Piece> primaries =
        TieBook.thisWith(piece).stream()
            .filter(
                tie -> tie.demands() && Effect.of(piece, tie.primary(), tie, true) == Effect.PLACE)
            .map(Tie::primary);
    // Of a clone's dependents nobody knows which instance they will join.
    Stream<Piece> dependents =
        TieBook.withThis(piece).stream()
            .filter(tie -> !piece.is(Kind.CLONE) || tie.dependent().is(Kind.CLONE))
            .filter(
                tie ->
                    tie.demands() && Effect.of(tie.dependent(), piece, tie, true) == Effect.PLACE)
            .map(Tie::dependent);
    return Stream.concat(primaries, dependents);
  }

  private static void addNeeds(Piece piece, Set<Piece> company, int[] total) {
    if (!piece.unassigned) {
      return;
    }
    switch (piece.item.kind()) {
      case PRIMITIVE -> add(piece, total);
      case GROUP -> addGroupNeeds(piece, company, total);
      case CLONE -> addCloneNeeds(piece, company, total);
      case BUNDLE -> {
        if (!piece.crates.isEmpty()) {
          addNeeds(piece.crates.get(0).container(), company, total);
        }
      }
    }
  }

  private static void addGroupNeeds(Piece group, Set<Piece> company, int[] total) {
    boolean all = group.traits.together() || group.isInstance();
    group.members.stream()
        .limit(all ? group.members.size() : 1)
        .filter(member -> member.unassigned && !company.contains(member))
        .forEach(member -> addNeeds(member, company, total));
  }

  private static void addCloneNeeds(Piece clone, Set<Piece> company, int[] total) {
    boolean found = false;
    for (Piece instance : clone.members) {
      if (company.contains(instance)) {
        found = true;
      } else if (instance.members.stream().anyMatch(company::contains)) {
        addNeeds(instance, company, total);
        found = true;
      }
    }
    if (!found && !clone.members.isEmpty()) {
      addNeeds(clone.members.get(0), company, total);
    }
  }

  private static void add(Piece piece, int[] total) {
    if (piece.needs != null) {
      for (int i = 0; i < total.length; i++) {
        total[i] += piece.needs[i];
      }
    }
  }
}

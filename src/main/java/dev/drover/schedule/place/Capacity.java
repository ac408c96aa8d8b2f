package dev.drover.schedule.place;

import dev.drover.model.Kind;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps resources off nodes without room for them, and together with what must come along. */
final class Capacity {
  private final Room room;

  Capacity(Room room) {
    this.room = room;
  }

  /**
   * Bans a primitive from nodes without room for it and everything that must share its node; where no node has room for
   * all of that, from those without room for itself.
   *
   * @return in the latter case the node with the most left, else null
   */
  @Nullable Seat banFull(Piece piece) {
    if (!room.strategy().capacityCounts()) {
      return null;
    }
    Set<Piece> company = new LinkedHashSet<>();
    collect(piece, piece, company);
    company.add(piece);
    int[] total = new int[room.seats.get(0).free.length];
    for (Piece other : company) {
      addNeeds(other, company, total);
    }
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

  private static boolean fits(Seat seat, int[] needs) {
    for (int i = 0; i < needs.length; i++) {
      if (needs[i] > seat.free[i]) {
        return false;
      }
    }
    return true;
  }

  /** Everything that must be where the resource is. */
  private void collect(Piece piece, Piece asking, Set<Piece> company) {
    if (piece.is(Kind.GROUP) && (piece.traits.together() || piece.isInstance())) {
      company.add(piece);
      piece.members.forEach(member -> collect(member, asking, company));
      return;
    }
    if (piece.is(Kind.GROUP) && piece.members.isEmpty() || !company.add(piece)) {
      return;
    }
    for (Tie tie : TieBook.thisWith(piece)) {
      Piece primary = tie.primary();
      if (primary != asking && tie.demands() && Effect.of(piece, primary, tie, true) == Effect.PLACE) {
        collect(primary, asking, company);
      }
    }
    for (Tie tie : TieBook.withThis(piece)) {
      Piece dependent = tie.dependent();
      // Of a clone's dependents nobody knows which instance they will join.
      boolean unsure = piece.is(Kind.CLONE) && !dependent.is(Kind.CLONE);
      if (dependent != asking
          && !unsure
          && tie.demands()
          && Effect.of(dependent, piece, tie, true) == Effect.PLACE) {
        collect(dependent, asking, company);
      }
    }
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

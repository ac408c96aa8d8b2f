package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a colocation does to its dependent once the primary has its place: it changes scores while
 * the dependent is still to be placed, and its promotion priority while roles are given out.
 */
final class Pairing {
  private final Room room;

  Pairing(Room room) {
    this.room = room;
  }

  /**
   * Applies a colocation.
   *
   * @param dependent a primitive or group that is, or is an instance of, the colocation's dependent
   * @return what was added to the dependent's promotion priority
   */
  int apply(Piece dependent, Piece primary, Tie tie) {
    return dependent.is(Kind.GROUP)
        ? applyToGroup(dependent, primary, tie)
        : applyFrom(dependent, primary, tie);
  }

  private int applyToGroup(Piece group, Piece primary, Tie tie) {
    if (group.members.isEmpty() || (!group.traits.together() && tie.demands())) {
      return 0;
    }
    int delta = 0;
    if (group.traits.together()) {
      delta = apply(group.members.get(0), primary, tie);
    } else {
      for (Piece member : group.members) {
        delta = Table.add(delta, applyFromPrimitive(member, primary, tie));
      }
    }
    if (delta != 0) {
      group.priority = Table.add(delta, group.priority);
    }
    return delta;
  }

  private int applyFrom(Piece dependent, Piece primary, Tie tie) {
    return switch (primary.item.kind()) {
      case PRIMITIVE -> applyFromPrimitive(dependent, primary, tie);
      case GROUP -> applyFromGroup(dependent, primary, tie);
      case CLONE -> applyFromClone(dependent, primary, tie);
      case BUNDLE -> applyFromBundle(dependent, primary, tie);
    };
  }

  private int applyFromPrimitive(Piece dependent, Piece primary, Tie tie) {
    return switch (Effect.of(dependent, primary, tie, false)) {
      case NOTHING -> 0;
      case ROLE -> changePriority(dependent, primary, tie);
      case PLACE -> {
        changeScores(dependent, primary, tie);
        yield 0;
      }
    };
  }

  /** All of a group must be up for "must", any of it will do otherwise. */
  private int applyFromGroup(Piece dependent, Piece group, Tie tie) {
    if (group.unassigned
        || group.members.isEmpty()
        || (!group.traits.together() && tie.demands())) {
      return 0;
    }
    if (group.traits.together()) {
      return applyFrom(
          dependent, group.members.get(tie.demands() ? group.members.size() - 1 : 0), tie);
    }
    return sum(group.members.stream(), dependent, tie);
  }

  private int sum(Stream<Piece> primaries, Piece dependent, Tie tie) {
    return primaries.mapToInt(primary -> applyFrom(dependent, primary, tie)).reduce(0, Table::add);
  }

  private int applyFromClone(Piece dependent, Piece clone, Tie tie) {
    if (clone.unassigned) {
      return 0;
    }
    if (clone.isPromotable() && tie.primaryRole() != Role.UNKNOWN) {
      if (dependent.unassigned) {
        changeScoresByRole(dependent, clone, tie);
        return 0;
      }
      if (tie.dependentRole() == Role.PROMOTED) {
        return changePriorityByRole(dependent, clone, tie);
      }
    }
    if (interleaves(tie)) {
      return applyInterleaved(
          dependent, counterpart(dependent, clone, Role.UNKNOWN, null), clone, tie);
    }
    if (tie.demands()) {
      intersect(
          dependent,
          clone.members.stream().filter(i -> !i.blocked()).map(Piece::onlySeat).toList(),
          null);
      return 0;
    }
    return sum(clone.members.stream(), dependent, tie);
  }

  private int applyFromBundle(Piece dependent, Piece bundle, Tie tie) {
    if (bundle.unassigned) {
      return 0;
    }
    if (isCollective(tie.dependent())) {
      return applyInterleaved(dependent, containerFor(dependent, bundle), bundle, tie);
    }
    if (!tie.demands()) {
      return sum(bundle.crates.stream().map(Crate::container), dependent, tie);
    }
    List<@Nullable Seat> hosts =
        bundle.crates.stream()
            .filter(crate -> !crate.container().blocked())
            .filter(crate -> tie.primaryRole() != Role.PROMOTED || isPromoted(crate.instance()))
            .map(crate -> crate.container().onlySeat())
            .toList();
    intersect(dependent, hosts, null);
    return 0;
  }

  private static boolean isPromoted(@Nullable Piece instance) {
    return instance != null && instance.next == Role.PROMOTED;
  }

  private int applyInterleaved(
      Piece dependent, @Nullable Piece counterpart, Piece primary, Tie tie) {
    if (counterpart != null) {
      return apply(dependent, counterpart, tie);
    }
    if (tie.demands()) {
      Assignment.assign(
          dependent, null, true, true, "no instance of " + primary.id() + " to run with");
    }
    return 0;
  }

  private static boolean isCollective(Piece piece) {
    return piece.is(Kind.CLONE) || piece.is(Kind.BUNDLE);
  }

  private static boolean interleaves(Tie tie) {
    Piece dependent = tie.dependent();
    return isCollective(dependent)
        && dependent.item.shape() != null
        && dependent.item.shape().interleave()
        && dependent.perNode() == tie.primary().perNode();
  }

  /**
   * The instance of a clone that a resource can run beside: on its node where it has one, else on
   * the best of its nodes.
   */
  private @Nullable Piece counterpart(
      Piece piece, Piece clone, Role role, @Nullable String attribute) {
    Seat seat = piece.onlySeat();
    for (Seat candidate : seat != null ? List.of(seat) : room.ranked(piece.scores, null)) {
      for (Piece instance : clone.members) {
        if (isOn(instance, candidate, role, attribute)) {
          return instance;
        }
      }
    }
    return null;
  }

  private boolean isOn(Piece instance, Seat candidate, Role role, @Nullable String attribute) {
    if ((role != Role.UNKNOWN && role != instance.nextRole()) || instance.blocked()) {
      return false;
    }
    Seat there = instance.onlySeat();
    return there != null
        && (attribute == null
            ? there == candidate
            : room.samePlace(attribute, there, instance, candidate, instance));
  }

  private @Nullable Piece containerFor(Piece piece, Piece bundle) {
    Seat seat = hostOf(piece.onlySeat());
    for (Seat candidate : seat != null ? List.of(seat) : room.ranked(piece.scores, null)) {
      Seat host = hostOf(candidate);
      for (Crate crate : bundle.crates) {
        if (host != null && isOn(crate.container(), host, Role.UNKNOWN, null)) {
          return crate.container();
        }
      }
    }
    return null;
  }

  private static @Nullable Seat hostOf(@Nullable Seat seat) {
    Piece container = seat == null ? null : seat.container;
    if (container == null || container.parent == null || !container.parent.is(Kind.BUNDLE)) {
      return seat;
    }
    return container.seat;
  }

  private void changeScores(Piece dependent, Piece primary, Tie tie) {
    if (primary.seat == null && tie.score() < 0) {
      return;
    }
    int[] work = dependent.scores.clone();
    for (Seat seat : room.seats) {
      int here = work[seat.index];
      if (here == Table.ABSENT) {
        continue;
      }
      if (primary.seat == null) {
        work[seat.index] = Table.add(-tie.score(), here);
      } else if (!room.samePlace(tie.attribute(), seat, dependent, primary.seat, primary)) {
        work[seat.index] = tie.demands() ? Table.NEVER : here;
      } else if (!tie.demands()) {
        work[seat.index] = Table.add(tie.score(), here);
      }
    }
    if (tie.isMandatory() || room.anyAvailable(work)) {
      dependent.scores = work;
    }
  }

  private int changePriority(Piece dependent, Piece primary, Tie tie) {
    if (dependent.seat == null) {
      return 0;
    }
    if (primary.seat != null
        && tie.primaryRole() != Role.UNKNOWN
        && tie.primaryRole() != Effect.roleOf(primary)) {
      return 0;
    }
    int delta = tie.score();
    if (!room.samePlace(tie.attribute(), dependent.seat, dependent, primary.seat, primary)) {
      if (!tie.demands() || tie.dependentRole() != Role.PROMOTED) {
        return 0;
      }
      delta = -delta;
    } else if (tie.dependentRole() == Role.UNPROMOTED) {
      delta = -delta;
    }
    dependent.priority = Table.add(delta, dependent.priority);
    return delta;
  }

  private void changeScoresByRole(Piece dependent, Piece clone, Tie tie) {
    List<Piece> inRole =
        clone.members.stream()
            .filter(i -> i.onlySeat() != null && i.nextRole() == tie.primaryRole())
            .toList();
    if (!tie.demands()) {
      for (Piece instance : inRole) {
        for (Seat seat : room.seats) {
          if (dependent.scores[seat.index] != Table.ABSENT
              && room.samePlace(tie.attribute(), instance.onlySeat(), clone, seat, dependent)) {
            dependent.scores[seat.index] = Table.add(dependent.scores[seat.index], tie.score());
          }
        }
      }
    } else if (tie.dependentRole() != Role.PROMOTED || tie.primaryRole() != Role.PROMOTED) {
      // Promoted with promoted is about roles only: unpromoted instances may run anywhere.
      intersect(dependent, inRole.stream().map(Piece::onlySeat).toList(), inRole);
    }
  }

  private int changePriorityByRole(Piece dependent, Piece clone, Tie tie) {
    if (counterpart(dependent, clone, tie.primaryRole(), tie.attribute()) != null) {
      dependent.priority = Table.add(dependent.priority, tie.score());
      return tie.score();
    }
    if (tie.demands()) {
      dependent.priority = Table.NEVER;
      return Table.NEVER;
    }
    return 0;
  }

  /**
   * Forbids every node that is not listed; where instances are given, adds their scores on the
   * others.
   */
  private void intersect(
      Piece dependent, List<@Nullable Seat> seats, @Nullable List<Piece> instances) {
    for (Seat seat : room.seats) {
      int here = dependent.scores[seat.index];
      if (here == Table.ABSENT) {
        continue;
      }
      int found = seats.indexOf(seat);
      if (found < 0) {
        dependent.scores[seat.index] = Table.NEVER;
      } else if (instances != null) {
        dependent.scores[seat.index] = Table.add(here, instances.get(found).seatScore());
      }
    }
  }
}

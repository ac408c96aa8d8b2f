package dev.drover.schedule.place;

import dev.drover.model.fact.Colocation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The nodes and what can be asked about them as a whole. */
final class Room {
  final List<Seat> seats;
  private final Strategy strategy;

  Room(List<Seat> seats, Strategy strategy) {
    this.seats = seats;
    this.strategy = strategy;
  }

  int size() {
    return seats.size();
  }

  Strategy strategy() {
    return strategy;
  }

  /** Whether any node that can run resources has a score that is not negative. */
  boolean anyAvailable(int[] scores) {
    for (Seat seat : seats) {
      if (seat.canRun && scores[seat.index] >= 0) {
        return true;
      }
    }
    return false;
  }

  boolean isAvailable(Seat seat, int[] scores) {
    return seat.canRun && scores[seat.index] >= 0;
  }

  /** The nodes that the table has, the best first. */
  List<Seat> ranked(int[] scores, @Nullable Seat preferred) {
    return seats.stream()
        .filter(seat -> scores[seat.index] != Table.ABSENT)
        .sorted(ranking(scores, preferred))
        .toList();
  }

  /** The best node that the table has; null where it has none. */
  @Nullable Seat best(int[] scores, @Nullable Seat preferred) {
    Comparator<Seat> ranking = ranking(scores, preferred);
    Seat best = null;
    for (Seat seat : seats) {
      if (scores[seat.index] != Table.ABSENT && (best == null || ranking.compare(seat, best) < 0)) {
        best = seat;
      }
    }
    return best;
  }

  /**
   * Score, then what the strategy says, then the node where the resource is, then the name. A total
   * order.
   */
  private Comparator<Seat> ranking(int[] scores, @Nullable Seat preferred) {
    return (one, other) -> {
      int order = Integer.compare(usable(other, scores), usable(one, scores));
      if (order == 0 && strategy.mostFree()) {
        order = compareFree(one, other);
      }
      if (order == 0 && strategy.fewestResources()) {
        order = Integer.compare(one.load, other.load);
        if (order == 0 && one != other && (one == preferred || other == preferred)) {
          order = one == preferred ? -1 : 1;
        }
      }
      return order == 0 ? one.node.name().compareTo(other.node.name()) : order;
    };
  }

  private static int usable(Seat seat, int[] scores) {
    return seat.canRun ? scores[seat.index] : Table.NEVER;
  }

  /** Negative where the first has more left of more capacities than the other has. */
  static int compareFree(Seat one, Seat other) {
    int order = 0;
    for (int i = 0; i < one.free.length; i++) {
      order += Integer.compare(other.free[i], one.free[i]);
    }
    return order;
  }

  /** Whether "the same place" holds for a resource on one node and another resource on another. */
  boolean samePlace(
      String attribute, @Nullable Seat one, Piece onOne, @Nullable Seat other, Piece onOther) {
    return Objects.equals(value(attribute, one, onOne), value(attribute, other, onOther));
  }

  /**
   * A node attribute's value, case folded, as it counts for a resource there; null where there is
   * none.
   */
  @Nullable String value(String attribute, @Nullable Seat seat, Piece piece) {
    Seat place =
        seat == null || !seat.isGuest() || !asksHost(piece, attribute) ? seat : hostOf(seat);
    if (place == null) {
      return null;
    }
    String value =
        attribute.equals(Colocation.NODE)
            ? place.node.name()
            : place.node.attributes().get(attribute);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the resource's place on guest nodes is told by their hosts. Whose attributes count is
   * about those that people gave the nodes; the node itself is where the resource runs, and only
   * what is inside of a bundle is where its container is.
   */
  boolean asksHost(Piece piece, String attribute) {
    return piece.bundle() != null
        || (piece.traits.attributesOfHost() && !attribute.equals(Colocation.NODE));
  }

  private static @Nullable Seat hostOf(Seat guest) {
    return guest.container == null ? null : guest.container.seat;
  }
}

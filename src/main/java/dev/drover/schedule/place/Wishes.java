package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.fact.Colocation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges what colocated resources wish into a table of scores, along chains of colocations and
 * weaker with every finite link. The arithmetic is Pacemaker's to the last rounding, single
 * precision included; but where capacity counts, nobody is drawn to a node without room for both.
 */
final class Wishes {
  /**
   * A chain longer than this adds nothing further: no operator writes one, and the recursion must
   * end within the stack.
   */
  private static final int MAX_CHAIN = 500;

  private final Room room;
  private final Capacity capacity;
  private int depth;

  Wishes(Room room, Capacity capacity) {
    this.room = room;
    this.capacity = capacity;
  }

  /** How wishes are merged. */
  enum Manner {
    /** Any sum will do. */
    PLAIN(false, false),
    /** No sum falls below zero; a node whose sum would is marked and ends at 1. */
    GENTLE(true, false),
    /** Follows "with" instead of "with this", so that what is followed counts. */
    UPWARDS(false, true);

    private final boolean gentle;
    private final boolean upwards;

    Manner(boolean gentle, boolean upwards) {
      this.gentle = gentle;
      this.upwards = upwards;
    }
  }

  /**
   * Merges the dependent's wishes into the primary's own table, where the colocation lets them
   * count.
   */
  void heedDependent(Tie tie, Piece primary) {
    heedDependent(tie, primary, primary.is(Kind.CLONE) ? Manner.GENTLE : Manner.PLAIN);
  }

  /** The same in a given manner. Wishes that would leave no node available are left out. */
  void heedDependent(Tie tie, Piece primary, Manner manner) {
    if (tie.influences()) {
      primary.scores =
          walk(tie.dependent(), primary, primary.scores, tie, tie.factor(), manner, true);
    }
  }

  /**
   * The table with a resource's scores and those of its own dependents added, on behalf of the
   * target.
   */
  int[] merge(Piece source, Piece target, int[] table, Tie tie, Manner manner) {
    return walk(source, target, table, tie, tie.factor(), manner, false);
  }

  /**
   * A resource's scores together with those of the resources it follows: what decides who is placed
   * first.
   */
  int[] outlook(Piece source) {
    if (!source.is(Kind.GROUP) || source.members.isEmpty()) {
      return walk(source, source, source.scores, null, 1, Manner.UPWARDS, false);
    }
    Piece last = source.members.get(source.members.size() - 1);
    source.merging = true;
    int[] table = walk(last, last, last.scores, null, 1, Manner.UPWARDS, false);
    source.merging = false;
    return table;
  }

  private int[] walk(
      Piece source,
      Piece target,
      int[] table,
      @Nullable Tie tie,
      float factor,
      Manner manner,
      boolean optional) {
    if (source.merging
        || depth > MAX_CHAIN
        || (source.is(Kind.GROUP) && source.members.isEmpty())) {
      return table;
    }
    source.merging = true;
    depth++;
    try {
      if (source.is(Kind.GROUP)) {
        return walk(source.members.get(0), target, table, tie, factor, manner, optional);
      }
      int[] work = table.clone();
      if (tie != null) {
        addMatching(work, source, target, tie, factor, manner.gentle);
      }
      if (room.anyAvailable(work)) {
        work = follow(source, target, work, factor, manner);
      } else if (optional) {
        return table;
      }
      if (manner.gentle) {
        for (int i = 0; i < work.length; i++) {
          work[i] = work[i] == Table.UNUSABLE ? 1 : work[i];
        }
      }
      return work;
    } finally {
      depth--;
      source.merging = false;
    }
  }

  private int[] follow(Piece source, Piece target, int[] table, float factor, Manner manner) {
    int[] work = table;
    for (Tie tie : manner.upwards ? TieBook.thisWith(source) : TieBook.withThis(source)) {
      if (manner.upwards || tie.influences()) {
        Piece other = manner.upwards ? tie.primary() : tie.dependent();
        float next = factor * tie.score() / (float) Table.INFINITY;
        work = walk(other, target, work, tie, next, manner, true);
      }
    }
    return work;
  }

  private void addMatching(
      int[] table, Piece source, Piece target, Tie tie, float factor, boolean gentle) {
    int[] theirs = sourceScores(tie, source);
    Map<@Nullable String, Integer> best =
        byNode(tie, source, target) ? null : bestByValue(tie, source, theirs);
    boolean draws = room.strategy().capacityCounts() && factor > 0 && factor < 1 && best == null;
    int[] both = null;
    for (Seat seat : room.seats) {
      int here = table[seat.index];
      if (here == Table.ABSENT) {
        continue;
      }
      int score =
          best != null
              ? best.getOrDefault(room.value(tie.attribute(), seat, target), Table.NEVER)
              : seat.canRun ? Math.max(Table.NEVER, theirs[seat.index]) : Table.NEVER;
      // A dislike of what one wants to be apart from is no reason to go there, unless it has
      // nowhere else to go.
      if (factor < 0 && score < 0 && !mustMakeWay(tie, score)) {
        continue;
      }
      if (here == Table.UNUSABLE) {
        continue;
      }
      // Going where the other one is and has to leave then, the two would swap places for ever.
      if (draws && score > 0) {
        both = both == null ? capacity.needsOfBoth(source, target) : both;
        if (!Capacity.fits(seat, both)) {
          continue;
        }
      }
      int sum = Table.add(scaled(factor, score), here);
      if (gentle && sum < 0 && here > 0) {
        table[seat.index] = Table.UNUSABLE;
      } else if (!gentle || sum >= 0 || here != 0) {
        table[seat.index] = sum;
      }
    }
  }

  private static boolean mustMakeWay(Tie tie, int score) {
    return tie.primary().traits.stickiness() < -score
        && tie.influences()
        && allowedOnOne(tie.dependent().scores);
  }

  private static boolean allowedOnOne(int[] scores) {
    int allowed = 0;
    for (int score : scores) {
      if (score >= 0 && ++allowed > 1) {
        return false;
      }
    }
    return allowed == 1;
  }

  /**
   * Half away from zero, and never all the way to zero: a small wish through a weak link still is a
   * wish.
   */
  private static int scaled(float factor, int score) {
    float exact = factor * score;
    int rounded = (int) (exact < 0 ? exact - 0.5 : exact + 0.5);
    if (rounded != 0 || score == 0 || factor == 0) {
      return rounded;
    }
    return factor > 0 ? 1 : -1;
  }

  /**
   * A group's location scores are with its first member; a later one needs them where it is named
   * itself.
   */
  private static int[] sourceScores(Tie tie, Piece source) {
    Piece group = source.parent;
    if (source != tie.dependent()
        || !tie.explicit()
        || group == null
        || !source.isInGroup()
        || source == group.members.get(0)
        || group.ownWishes == null) {
      return source.scores;
    }
    int[] sums = source.scores.clone();
    for (int i = 0; i < sums.length; i++) {
      if (group.ownWishes[i] != Table.ABSENT) {
        Table.addTo(sums, i, group.ownWishes[i]);
      }
    }
    return sums;
  }

  /** Whether "the same place" is simply the same node, so that no attribute has to be looked up. */
  private boolean byNode(Tie tie, Piece source, Piece target) {
    return tie.attribute().equals(Colocation.NODE)
        && !room.asksHost(source, tie.attribute())
        && !room.asksHost(target, tie.attribute());
  }

  private Map<@Nullable String, Integer> bestByValue(Tie tie, Piece source, int[] theirs) {
    Map<@Nullable String, Integer> best = new HashMap<>();
    for (Seat seat : room.seats) {
      int score = theirs[seat.index];
      if (seat.canRun && score > Table.NEVER) {
        best.merge(room.value(tie.attribute(), seat, source), score, Math::max);
      }
    }
    return best;
  }
}

package dev.drover.schedule.place;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of two instances gets its node first. Less multiply active ones, those not on a forbidden
 * node, those of higher priority, active ones, those on usable nodes with fewer instances, healthy
 * ones, those whose neighbours want them where they are, and at last the lower number.
 *
 * <p>Good for one sort: what neighbours want is worked out once for each instance.
 */
final class InstanceOrder implements Comparator<Piece> {
  private final Wishes wishes;
  private final Room room;
  private final Map<Piece, Integer> neighbourScores = new IdentityHashMap<>();

  InstanceOrder(Wishes wishes, Room room) {
    this.wishes = wishes;
    this.room = room;
  }

  @Override
  public int compare(Piece one, Piece other) {
    if (!one.active.isEmpty()
        && !other.active.isEmpty()
        && one.active.size() != other.active.size()) {
      return Integer.compare(one.active.size(), other.active.size());
    }
    Seat there = allowedHome(one);
    Seat thereOther = allowedHome(other);
    int order =
        trueFirst(
            there != null || one.active.isEmpty(), thereOther != null || other.active.isEmpty());
    if (order == 0) {
      order = Integer.compare(other.priority, one.priority);
    }
    if (order != 0 || (there == null && thereOther == null)) {
      return order;
    }
    if (there == null || thereOther == null) {
      return there == null ? 1 : -1;
    }
    return compareHomes(one, there, other, thereOther);
  }

  private int compareHomes(Piece one, Seat there, Piece other, Seat thereOther) {
    int order = trueFirst(there.canRun, thereOther.canRun);
    if (order != 0) {
      return order;
    }
    boolean allowed = collective(one).scores[there.index] != Table.ABSENT;
    boolean allowedOther = collective(other).scores[thereOther.index] != Table.ABSENT;
    if (!allowed || !allowedOther) {
      return trueFirst(allowed, allowedOther);
    }
    order =
        Integer.compare(
            collective(one).counts[there.index], collective(other).counts[thereOther.index]);
    if (order == 0) {
      order = trueFirst(!one.failed(), !other.failed());
    }
    if (order == 0) {
      order = Integer.compare(wanted(other), wanted(one));
    }
    return order == 0 ? Integer.compare(number(one), number(other)) : order;
  }

  private static Piece collective(Piece instance) {
    return Objects.requireNonNull(instance.parent, "an instance has a parent");
  }

  private static int trueFirst(boolean one, boolean other) {
    return Boolean.compare(other, one);
  }

  /** Where the instance is, if it may be there. */
  private static @Nullable Seat allowedHome(Piece instance) {
    Seat home = instance.current();
    return home != null && instance.scores[home.index] >= 0 ? home : null;
  }

  private int wanted(Piece instance) {
    Integer known = neighbourScores.get(instance);
    if (known == null) {
      known = neighbourScore(instance);
      neighbourScores.put(instance, known);
    }
    return known;
  }

  /** How much colocated resources want the instance to be where it is. */
  private int neighbourScore(Piece instance) {
    Seat home = Objects.requireNonNull(instance.current(), "compared by its node");
    int[] table = Table.only(room.size(), home);
    for (Tie tie : TieBook.thisWith(instance)) {
      table = wishes.merge(tie.primary(), instance, table, tie, Wishes.Manner.PLAIN);
    }
    for (Tie tie : TieBook.withThis(instance)) {
      if (tie.influences(instance)) {
        table = wishes.merge(tie.dependent(), instance, table, tie, Wishes.Manner.GENTLE);
      }
    }
    return table[home.index];
  }

  /** An instance's number, after the last colon, or dash for a container. */
  private static int number(Piece instance) {
    String id = instance.id();
    int mark = id.lastIndexOf(':') < 0 ? id.lastIndexOf('-') : id.lastIndexOf(':');
    String digits = id.substring(mark + 1);
    return digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)
        ? 0
        : Integer.parseInt(digits);
  }
}

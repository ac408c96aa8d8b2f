package dev.drover.schedule.place;

import dev.drover.model.Score;
import java.util.Arrays;

/**
 * Scores of one resource for every node, as an array by node index: ten thousand resources have one
 * each.
 */
final class Table {
  static final int INFINITY = Score.LIMIT;
  static final int NEVER = -Score.LIMIT;

  /** The node is not among those that the resource could be on at all; no sum starts from here. */
  static final int ABSENT = Integer.MIN_VALUE;

  /** Marks a node that a dependent cannot share, while wishes are being merged. */
  static final int UNUSABLE = -100 * Score.LIMIT;

  private Table() {}

  /** A table in which only the given node is present. */
  static int[] only(int size, Seat seat) {
    int[] table = new int[size];
    Arrays.fill(table, ABSENT);
    table[seat.index] = 0;
    return table;
  }

  /**
   * The sum as {@link Score#plus} makes it, without an object: this is the inner loop of placement.
   */
  static int add(int one, int other) {
    if (one <= NEVER || other <= NEVER) {
      return NEVER;
    }
    if (one >= INFINITY || other >= INFINITY) {
      return INFINITY;
    }
    return Math.max(NEVER, Math.min(INFINITY, one + other));
  }

  /** Adds to one entry; an absent one becomes present. */
  static void addTo(int[] table, int index, int score) {
    table[index] = table[index] == ABSENT ? Math.max(NEVER, score) : add(table[index], score);
  }

  /** Turns every entry, present or not, into a ban. */
  static void ban(int[] table) {
    Arrays.fill(table, NEVER);
  }
}

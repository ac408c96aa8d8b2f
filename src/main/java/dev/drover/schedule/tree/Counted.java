package dev.drover.schedule.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sorts very many things by a small number each has: counting takes two looks at each. */
public final class Counted {
  private Counted() {}

  /**
   * The same things by their numbers; those of one number stay in the order that they have.
   *
   * @param number at least 0 and below {@code numbers}
   */
  public static <T> List<T> byNumber(List<T> things, ToIntFunction<T> number, int numbers) {
    int[] next = new int[numbers + 1];
    for (T thing : things) {
      next[number.applyAsInt(thing) + 1]++;
    }
    for (int i = 1; i <= numbers; i++) {
      next[i] += next[i - 1];
    }
    List<T> sorted = new ArrayList<>(things);
    for (T thing : things) {
      sorted.set(next[number.applyAsInt(thing)]++, thing);
    }
    return sorted;
  }
}

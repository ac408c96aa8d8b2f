package dev.drover.model.fact;

import dev.drover.model.Intervals;
import dev.drover.model.Score;

/**
 * A cluster option in force: what was configured, or the default.
 *
 * @param value normalized: a boolean is {@code true} or {@code false}
 */
public record Option(String name, String value) {
  /** The value as a length of time in milliseconds; 0 where it is none. */
  public long millis() {
    return Intervals.parse(value);
  }

  /** The value as a whole number; 0 where it is none. */
  public int count() {
    return score().value();
  }

  /** Whether the value is a length of time below 0. */
  public boolean isBelowZero() {
    return value.matches("-0*[1-9].*");
  }

  /** The value as a score; 0 where it is none. */
  public Score score() {
    return Score.parse(value, Score.ZERO);
  }
}

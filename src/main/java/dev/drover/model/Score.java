package dev.drover.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How much a resource wants to be on a node.
 *
 * <p>A whole number from −1 000 000 to 1 000 000; the two ends are infinite: "must" and "must not".
 * Sums saturate, and −INFINITY wins over +INFINITY, as in Pacemaker.
 *
 * @param value the number, already clamped
 */
public record Score(int value) implements Comparable<Score> {
  /** The number that stands for infinity. */
  public static final int LIMIT = 1_000_000;

  public static final Score ZERO = new Score(0);
  public static final Score INFINITY = new Score(LIMIT);
  public static final Score MINUS_INFINITY = new Score(-LIMIT);

  public Score {
    value = Math.max(-LIMIT, Math.min(LIMIT, value));
  }

  /** Clamps a wide sum to a score. */
  public static Score of(long value) {
    return new Score((int) Math.max(-LIMIT, Math.min(LIMIT, value)));
  }

  /**
   * Reads {@code 100}, {@code -5}, {@code INFINITY}, {@code +INFINITY}, {@code -INFINITY}, or one
   * of the node health names {@code red} (−INFINITY), {@code yellow} and {@code green} (0). A
   * fraction is dropped: {@code 1.5} is 1.
   *
   * @return empty where the text is none of these
   */
  public static Optional<Score> parse(String text) {
    String word = text.strip();
    switch (word.toLowerCase(Locale.ROOT)) {
      case "infinity", "+infinity", "inf", "+inf":
        return Optional.of(INFINITY);
      case "-infinity", "-inf", "red":
        return Optional.of(MINUS_INFINITY);
      case "green", "yellow":
        return Optional.of(ZERO);
      default:
    }
    int point = word.indexOf('.');
    try {
      return Optional.of(of(Long.parseLong(point > 0 ? word.substring(0, point) : word)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** Like {@link #parse}, with a value for text that is no score. */
  public static Score parse(String text, Score otherwise) {
    return parse(text).orElse(otherwise);
  }

  /** The saturating sum: −INFINITY wins over everything, then +INFINITY. */
  public Score plus(Score other) {
    if (isMinusInfinity() || other.isMinusInfinity()) {
      return MINUS_INFINITY;
    }
    if (isInfinity() || other.isInfinity()) {
      return INFINITY;
    }
    return new Score(value + other.value);
  }

  /**
   * The score as a number of which many may be added before {@link #of} makes a score of the sum:
   * −INFINITY outweighs +INFINITY, and that any number of finite scores.
   */
  public long wide() {
    return isMinusInfinity() ? -1_000_000_000_000_000L : isInfinity() ? 1_000_000_000_000L : value;
  }

  /** The same strength in the other direction. */
  public Score negate() {
    return new Score(-value);
  }

  public boolean isInfinity() {
    return value >= LIMIT;
  }

  public boolean isMinusInfinity() {
    return value <= -LIMIT;
  }

  /** True for "must" and "must not". */
  public boolean isMandatory() {
    return isInfinity() || isMinusInfinity();
  }

  public boolean isNegative() {
    return value < 0;
  }

  public boolean isPositive() {
    return value > 0;
  }

  @Override
  public int compareTo(Score other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return isInfinity() ? "INFINITY" : isMinusInfinity() ? "-INFINITY" : Integer.toString(value);
  }
}

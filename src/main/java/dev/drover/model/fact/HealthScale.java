package dev.drover.model.fact;

import dev.drover.model.Score;
import java.util.Locale;

/** What reports about a node's health count. */
public record HealthScale(Score red, Score yellow, Score green) {
  /** True where the report is a colour or a number. */
  public boolean reads(String report) {
    return Score.parse(report).isPresent();
  }

  /** What a report counts; 0 where it is neither a colour nor a number. */
  public Score score(String report) {
    return switch (report.strip().toLowerCase(Locale.ROOT)) {
      case "red" -> red;
      case "yellow" -> yellow;
      case "green" -> green;
      default -> Score.parse(report, Score.ZERO);
    };
  }

  /** True for the word, and for any number that counts as little as red or less. */
  public boolean isRed(String report) {
    return report.strip().equalsIgnoreCase("red") || isNumberUpTo(report, red);
  }

  /**
   * True for the word, and for any number that counts as little as yellow or less, where green
   * counts something else.
   */
  public boolean isYellow(String report) {
    return report.strip().equalsIgnoreCase("yellow")
        || (!yellow.equals(green) && isNumberUpTo(report, yellow));
  }

  private boolean isNumberUpTo(String report, Score most) {
    return reads(report)
        && !report.strip().equalsIgnoreCase("yellow")
        && score(report).compareTo(most) <= 0;
  }
}

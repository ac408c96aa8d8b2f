package dev.drover.model.fact;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 20}, {@code 20s}, {@code 500ms}, {@code 1min}, {@code PT1H}. */
public final class Durations {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,12})\\s*([a-z]*)");

  private Durations() {}

  /**
   * The length in milliseconds.
   *
   * @param text a number of seconds, or a number with {@code ms}, {@code us}, {@code s}, {@code sec}, {@code m},
   *     {@code min}, {@code h} or {@code hr}, or an ISO 8601 duration
   * @param otherwise what text that is none of these counts as
   */
  public static long parse(String text, long otherwise) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.startsWith("p")) {
      try {
        return Duration.parse(word.toUpperCase(Locale.ROOT)).toMillis();
      } catch (DateTimeParseException | ArithmeticException notADuration) {
        return otherwise;
      }
    }
    Matcher matcher = NUMBER_AND_UNIT.matcher(word);
    if (!matcher.matches()) {
      return otherwise;
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "", "s", "sec", "second", "seconds" -> number * 1000;
      case "ms", "msec" -> number;
      case "us", "usec" -> number / 1000;
      case "m", "min", "minute", "minutes" -> number * 60_000;
      case "h", "hr", "hour", "hours" -> number * 3_600_000;
      default -> otherwise;
    };
  }
}

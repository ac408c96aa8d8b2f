package dev.drover.text.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as scenario files write them. */
final class Durations {
  private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})(ms|s|sec|m|min|h|hr|d)?");

  private Durations() {}

  /**
   * Reads {@code 90}, {@code 90s}, {@code 5min}, {@code 2h}, {@code 3d} or {@code PT1H}; empty for
   * anything else.
   */
  static Optional<Duration> parse(String text) {
    Matcher simple = SIMPLE.matcher(text);
    if (simple.matches()) {
      long number = Long.parseLong(simple.group(1));
      String unit = simple.group(2) == null ? "s" : simple.group(2);
      return Optional.of(
          switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h", "hr" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
          });
    }
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException notIso) {
      return Optional.empty();
    }
  }

  /** What {@link #parse} reads: in seconds where these are whole, else in milliseconds. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}

package dev.drover.model;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lengths of time as operators write them: {@code 10}, {@code 10s}, {@code 2min}, {@code
 * PT1H30M}.
 */
public final class Intervals {
  /** Longer ones count as this: about 50 days, in milliseconds. */
  public static final long LONGEST = 4_294_967_295L;

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private static final OptionalLong NONE = OptionalLong.of(0);
  private static final Pattern PLAIN =
      Pattern.compile("\\s*\\+?(\\d{1,12})\\s*(ms|us|s|m|h|$).*", Pattern.DOTALL);
  private static final Pattern ISO = Pattern.compile("P(?=.)((?:\\d{1,10}[YMWDHS]|T)+)");
  private static final Pattern ISO_PART = Pattern.compile("(\\d+)([YMWDHS])|T");

  private Intervals() {}

  /**
   * Milliseconds from 0 to {@link #LONGEST}; 0 for text that is no length of time, as Pacemaker
   * takes it.
   */
  public static long parse(String text) {
    return read(text).orElse(0);
  }

  /**
   * Milliseconds from 0 to {@link #LONGEST}. A bare number means seconds; a year counts 365 days
   * and a month 30.
   *
   * @return empty for text that is no length of time
   */
  public static OptionalLong read(String text) {
    if (text.equals("0")) {
      // what the record of every operation says that does not recur
      return NONE;
    }
    if (text.startsWith("P")) {
      return iso(text);
    }
    Matcher matcher = PLAIN.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return OptionalLong.of(
        Math.min(
            LONGEST,
            switch (matcher.group(2)) {
              case "ms" -> number;
              case "us" -> number / 1_000;
              case "m" -> number * MINUTE;
              case "h" -> number * HOUR;
              default -> number * SECOND;
            }));
  }

  private static OptionalLong iso(String text) {
    Matcher whole = ISO.matcher(text.strip());
    if (!whole.matches()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    boolean time = false;
    boolean any = false;
    for (Matcher part = ISO_PART.matcher(whole.group(1)); part.find(); ) {
      if (part.group(2) == null) {
        time = true;
      } else {
        any = true;
        sum =
            Math.min(
                LONGEST, sum + Long.parseLong(part.group(1)) * unit(part.group(2).charAt(0), time));
      }
    }
    return any ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  private static long unit(char designator, boolean time) {
    return switch (designator) {
      case 'Y' -> 365 * DAY;
      case 'M' -> time ? MINUTE : 30 * DAY;
      case 'W' -> 7 * DAY;
      case 'D' -> DAY;
      case 'H' -> HOUR;
      default -> SECOND;
    };
  }
}

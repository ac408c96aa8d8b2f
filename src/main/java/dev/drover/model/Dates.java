package dev.drover.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as ISO 8601 writes them: {@code 2005-04-02}, {@code 20050402}, the day of a year
 * {@code 2005-092}, the day of a week {@code 2005-W13-6}; after a {@code T} or a space the time,
 * {@code 12:30:05} or {@code 123005}, seconds and minutes being optional; then an offset, {@code Z}
 * or {@code +02:00}. Without an offset a date is in UTC.
 */
public final class Dates {
  private static final Pattern WHOLE =
      Pattern.compile(
          "([0-9W-]+)(?:[T ]([0-9:.,]+)\\s*(Z|[+-]\\d{1,2}(?::?\\d{2}(?::?\\d{2})?)?)?)?");
  private static final Pattern CALENDAR = Pattern.compile("(\\d{1,9})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,9})-(\\d{1,3})");
  private static final Pattern WEEK = Pattern.compile("(\\d{1,4})-W(\\d{1,2})-([1-7])");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2}))?)?(?:[.,]\\d*)?");
  private static final Pattern COMPACT_TIME = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?:?(\\d{2})?");

  private Dates() {}

  /**
   * Reads a date.
   *
   * @throws DateTimeException where the text is no date
   */
  public static Instant parse(String text) {
    return read(text)
        .orElseThrow(() -> new DateTimeException("`" + text + "` is no ISO 8601 date"))
        .toInstant();
  }

  /** Reads a date with its offset; empty where the text is no date. */
  public static Optional<OffsetDateTime> read(String text) {
    Matcher whole = WHOLE.matcher(text.strip());
    try {
      return whole.matches() ? Optional.of(date(whole)) : Optional.empty();
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime date(Matcher whole) {
    LocalDate day =
        match(CALENDAR, whole.group(1), m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3)))
            .or(
                () ->
                    match(
                        COMPACT,
                        whole.group(1),
                        m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))))
            .or(
                () ->
                    match(
                        ORDINAL,
                        whole.group(1),
                        m -> LocalDate.ofYearDay(number(m, 1), number(m, 2))))
            .or(() -> match(WEEK, whole.group(1), Dates::dayOfWeek))
            .orElseThrow(() -> new DateTimeException(whole.group(1)));
    return time(day, whole.group(2)).atOffset(offset(whole.group(3)));
  }

  private static LocalDate dayOfWeek(MatchResult match) {
    String padded =
        String.format(
            Locale.ROOT, "%04d-W%02d-%d", number(match, 1), number(match, 2), number(match, 3));
    return LocalDate.parse(padded, DateTimeFormatter.ISO_WEEK_DATE);
  }

  private static LocalDateTime time(LocalDate day, @Nullable String text) {
    if (text == null) {
      return day.atStartOfDay();
    }
    return match(TIME, text, m -> time(day, m))
        .or(() -> match(COMPACT_TIME, text, m -> time(day, m)))
        .orElseThrow(() -> new DateTimeException(text));
  }

  private static LocalDateTime time(LocalDate day, MatchResult match) {
    boolean endOfDay = number(match, 1) == 24 && number(match, 2) == 0 && number(match, 3) == 0;
    return endOfDay
        ? day.plusDays(1).atStartOfDay()
        : day.atTime(LocalTime.of(number(match, 1), number(match, 2), number(match, 3)));
  }

  private static ZoneOffset offset(@Nullable String text) {
    if (text == null || text.equals("Z")) {
      return ZoneOffset.UTC;
    }
    return match(
            OFFSET,
            text,
            m -> {
              int sign = m.group(1).equals("-") ? -1 : 1;
              return ZoneOffset.ofHoursMinutesSeconds(
                  sign * number(m, 2), sign * number(m, 3), sign * number(m, 4));
            })
        .orElseThrow(() -> new DateTimeException(text));
  }

  private static <T> Optional<T> match(
      Pattern pattern, String text, Function<MatchResult, T> make) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(make.apply(matcher)) : Optional.empty();
  }

  /** A group's number; 0 for one that is not there. */
  private static int number(MatchResult match, int group) {
    String digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}

package dev.drover.schedule.resolve;

import dev.drover.model.Dates;
import dev.drover.model.config.Expression.DateTest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the clock. */
final class DateTests {
  private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,9})?(?:(-)(\\d{1,9})?)?");
  private static final Map<String, TemporalField> SPEC = new LinkedHashMap<>();
  private static final Map<String, ChronoUnit> DURATION = new LinkedHashMap<>();

  static {
    SPEC.put("years", ChronoField.YEAR);
    SPEC.put("months", ChronoField.MONTH_OF_YEAR);
    SPEC.put("monthdays", ChronoField.DAY_OF_MONTH);
    SPEC.put("hours", ChronoField.HOUR_OF_DAY);
    SPEC.put("minutes", ChronoField.MINUTE_OF_HOUR);
    SPEC.put("seconds", ChronoField.SECOND_OF_MINUTE);
    SPEC.put("yeardays", ChronoField.DAY_OF_YEAR);
    SPEC.put("weekyears", IsoFields.WEEK_BASED_YEAR);
    SPEC.put("weeks", IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    SPEC.put("weekdays", ChronoField.DAY_OF_WEEK);
    // Long parts are added first: a month after the 31st ends with the month.
    DURATION.put("years", ChronoUnit.YEARS);
    DURATION.put("months", ChronoUnit.MONTHS);
    DURATION.put("weeks", ChronoUnit.WEEKS);
    DURATION.put("days", ChronoUnit.DAYS);
    DURATION.put("hours", ChronoUnit.HOURS);
    DURATION.put("minutes", ChronoUnit.MINUTES);
    DURATION.put("seconds", ChronoUnit.SECONDS);
  }

  private DateTests() {}

  static boolean holds(DateTest test, Instant clock) {
    OffsetDateTime now = clock.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return switch (test.operation()) {
      case "gt" -> read(test.start()).filter(start -> now.isAfter(start)).isPresent();
      case "lt" -> read(test.end()).filter(end -> now.isBefore(end)).isPresent();
      case "in_range" -> inRange(test, now);
      case "date_spec" -> matches(test.spec(), now);
      default -> false;
    };
  }

  private static Optional<OffsetDateTime> read(@Nullable String text) {
    return text == null ? Optional.empty() : Dates.read(text);
  }

  private static boolean inRange(DateTest test, OffsetDateTime now) {
    Optional<OffsetDateTime> start = read(test.start());
    Optional<OffsetDateTime> end = read(test.end());
    boolean unreadable =
        (test.start() != null && start.isEmpty()) || (test.end() != null && end.isEmpty());
    if (unreadable || (start.isEmpty() && end.isEmpty())) {
      return false;
    }
    if (end.isEmpty() && !test.duration().isEmpty()) {
      end = plus(start.get(), test.duration());
      if (end.isEmpty()) {
        return false;
      }
    }
    return (start.isEmpty() || !now.isBefore(start.get()))
        && (end.isEmpty() || !now.isAfter(end.get()));
  }

  private static Optional<OffsetDateTime> plus(OffsetDateTime start, Map<String, String> duration) {
    OffsetDateTime end = start;
    try {
      for (Map.Entry<String, ChronoUnit> part : DURATION.entrySet()) {
        end =
            end.plus(
                Integer.parseInt(duration.getOrDefault(part.getKey(), "0").strip()),
                part.getValue());
      }
    } catch (DateTimeException | NumberFormatException unusable) {
      return Optional.empty();
    }
    return Optional.of(end);
  }

  private static boolean matches(Map<String, String> spec, OffsetDateTime now) {
    for (Map.Entry<String, TemporalField> part : SPEC.entrySet()) {
      String range = spec.get(part.getKey());
      if (range != null && !inRange(range, now.get(part.getValue()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value is in a range such as {@code 5}, {@code 9-16}, {@code 9-} or {@code -16}. */
  private static boolean inRange(String range, int value) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) == null)) {
      return false;
    }
    int low = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    boolean open = matcher.group(2) != null;
    int high =
        matcher.group(3) != null
            ? Integer.parseInt(matcher.group(3))
            : open ? Integer.MAX_VALUE : low;
    return value >= low && value <= high;
  }
}

package dev.drover.policy;

import dev.drover.model.config.Expression;
import dev.drover.model.config.Expression.DateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether conditions of generated stories hold: a second reading of dates, which shares nothing
 * with the one that it judges. It knows no more of them than {@link GeneratedDates} writes.
 */
final class Dated {
  private Dated() {}

  /**
   * Whether a condition holds.
   *
   * @param others what holds of a condition that is not about the date
   */
  static boolean holds(Expression condition, Instant now, Predicate<Expression> others) {
    if (condition instanceof Expression.All all) {
      return all.parts().stream().allMatch(part -> holds(part, now, others));
    }
    return condition instanceof DateTest date ? holds(date, now) : others.test(condition);
  }

  private static boolean holds(DateTest date, Instant now) {
    if (!date.spec().isEmpty()) {
      OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
      Map<String, Integer> parts =
          Map.of(
              "hours", time.getHour(),
              "minutes", time.getMinute(),
              "weekdays", time.getDayOfWeek().getValue());
      return date.spec().entrySet().stream()
          .allMatch(each -> isIn(each.getValue(), parts.getOrDefault(each.getKey(), -1)));
    }
    String start = date.start();
    String end = date.end();
    if (start != null && end == null && date.operation().equals("in_range")) {
      long minutes = Long.parseLong(date.duration().getOrDefault("minutes", "0"));
      end = Instant.parse(start).plus(Duration.ofMinutes(minutes)).toString();
    }
    // a range has its ends in it, which a comparison with one date has not
    int atLeast = date.operation().equals("in_range") ? 0 : 1;
    return (start == null || now.compareTo(Instant.parse(start)) >= atLeast)
        && (end == null || Instant.parse(end).compareTo(now) >= atLeast);
  }

  private static boolean isIn(String range, int value) {
    String[] ends = range.split("-", -1);
    String last = ends[ends.length - 1];
    return value >= Integer.parseInt(ends[0])
        && (last.isEmpty() || value <= Integer.parseInt(last));
  }
}

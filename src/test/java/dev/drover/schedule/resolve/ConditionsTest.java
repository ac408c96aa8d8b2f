package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Agent;
import dev.drover.model.config.Expression;
import dev.drover.model.config.Expression.All;
import dev.drover.model.config.Expression.Any;
import dev.drover.model.config.Expression.AttributeTest;
import dev.drover.model.config.Expression.DateTest;
import dev.drover.model.config.Expression.OperationTest;
import dev.drover.model.config.Expression.ResourceTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  /** A Wednesday in the 20th week of its year. */
  private static final Context NOON = Context.at(Instant.parse("2024-05-15T12:00:00Z"));

  private static boolean compare(
      @Nullable String actual, String operation, @Nullable String type, String wanted) {
    Map<String, String> node = actual == null ? Map.of() : Map.of("rack", actual);
    return Conditions.holds(
        new AttributeTest("rack", operation, type, wanted, "literal"), NOON.onNode(node));
  }

  @ParameterizedTest
  @CsvSource({
    "10, gt, , 9, true",
    "10, gt, string, 9, false",
    "abc, eq, , ABC, true",
    "9.5, lt, , 10, true",
    "9.5, lt, integer, 10, true",
    "9.5, eq, integer, 9, true",
    "nine, lt, integer, 10, false",
    "1.10, gt, version, 1.9, true",
    "1.10, gt, number, 1.9, false",
    "1.0, eq, version, 1, true",
    "2, gte, , 2, true",
    "2, lte, , 1, false",
    "two, gt, , three, true",
    ", eq, , x, false",
    ", ne, , x, true",
    ", lt, , x, false"
  })
  void comparesAsTheTypeSays(
      String actual, String operation, String type, String wanted, boolean holds) {
    assertEquals(holds, compare(actual, operation, type, wanted));
  }

  @Test
  void definedAsksForExistenceOnly() {
    Context here = NOON.onNode(Map.of("rack", ""));
    assertTrue(Conditions.holds(new AttributeTest("rack", "defined", null, null, "literal"), here));
    assertFalse(
        Conditions.holds(new AttributeTest("rack", "not_defined", null, null, "literal"), here));
    assertTrue(
        Conditions.holds(new AttributeTest("row", "not_defined", null, null, "literal"), here));
    assertFalse(
        Conditions.holds(new AttributeTest("rack", "defined", null, "r1", "literal"), here),
        "takes no value");
  }

  @Test
  void theValueMayComeFromTheResource() {
    Context here =
        NOON.onNode(Map.of("site", "b")).forResource(Map.of("where", "b"), Map.of("home", "a"));
    assertTrue(Conditions.holds(new AttributeTest("site", "eq", null, "where", "param"), here));
    assertFalse(Conditions.holds(new AttributeTest("site", "eq", null, "home", "meta"), here));
    assertFalse(Conditions.holds(new AttributeTest("site", "eq", null, "nowhere", "meta"), here));
  }

  @Test
  void anAttributeNameMayHoldWhatAPatternMatched() {
    Context here = NOON.onNode(Map.of("allow-db", "1")).matching(List.of("ip-db", "db"));
    assertTrue(Conditions.holds(new AttributeTest("allow-%1", "eq", null, "1", "literal"), here));
    assertFalse(Conditions.holds(new AttributeTest("allow-%2", "eq", null, "1", "literal"), here));
  }

  private static boolean date(String operation, @Nullable String start, @Nullable String end) {
    return Conditions.holds(new DateTest(operation, start, end, Map.of(), Map.of()), NOON);
  }

  @Test
  void datesAreComparedWithTheClock() {
    assertTrue(date("gt", "2024-05-15 11:59:59", null));
    assertFalse(date("gt", "2024-05-15 12:00:00", null));
    assertTrue(date("lt", null, "2024-05-15 12:00:01"));
    assertFalse(date("lt", null, "2024-05-15 12:00:00"));
    assertTrue(
        date("in_range", "2024-05-15 12:00:00", "2024-05-15 12:00:00"),
        "both ends belong to the range");
    assertTrue(date("in_range", null, "2024-06-01"));
    assertFalse(date("in_range", "2024-05-15 14:30:00+02:00", null));
    assertFalse(date("in_range", null, null));
    assertFalse(
        date("in_range", "someday", "2024-06-01"), "an unreadable end makes the range unusable");
  }

  @Test
  void aDurationGivesTheEnd() {
    assertTrue(within("2024-05-15 11:00", Map.of("hours", "1")));
    assertFalse(within("2024-05-15 11:00", Map.of("minutes", "59")));
    assertTrue(within("2024-04-30", Map.of("months", "1")));
    assertFalse(within("2024-05-15 11:00", Map.of("hours", "one")));
  }

  private static boolean within(String start, Map<String, String> duration) {
    return Conditions.holds(new DateTest("in_range", start, null, duration, Map.of()), NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "hours, 9-16, true",
    "hours, 12, true",
    "hours, 13-, false",
    "hours, -12, true",
    "weekdays, 1-5, true",
    "weekdays, 6-7, false",
    "weeks, 20, true",
    "yeardays, 136, true",
    "monthdays, 1-7, false",
    "years, 2024-, true",
    "hours, noon, false",
    "hours, -, false"
  })
  void aDateSpecificationGivesRanges(String part, String range, boolean holds) {
    Expression test = new DateTest("date_spec", null, null, Map.of(), Map.of(part, range));
    assertEquals(holds, Conditions.holds(test, NOON));
  }

  @Test
  void resourcesAndOperationsAreMatchedByTheirParts() {
    Context monitor =
        NOON.withAgent(new Agent("ocf", "heartbeat", "IPaddr2")).forOperation("monitor", 10_000);
    assertTrue(Conditions.holds(new ResourceTest("ocf", "heartbeat", null), monitor));
    assertFalse(Conditions.holds(new ResourceTest("ocf", "heartbeat", "Dummy"), monitor));
    assertFalse(Conditions.holds(new ResourceTest("ocf", null, null), NOON));
    assertTrue(Conditions.holds(new OperationTest("monitor", null), monitor));
    assertTrue(Conditions.holds(new OperationTest("monitor", "10s"), monitor));
    assertFalse(Conditions.holds(new OperationTest("monitor", "20s"), monitor));
    assertFalse(Conditions.holds(new OperationTest("start", null), monitor));
  }

  @Test
  void combinationsFollowLogic() {
    Expression yes = new All(List.of());
    Expression no = new Any(List.of());
    assertTrue(Conditions.holds(new Any(List.of(no, yes)), NOON));
    assertFalse(Conditions.holds(new All(List.of(yes, no)), NOON));
  }
}

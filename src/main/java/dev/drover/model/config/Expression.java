package dev.drover.model.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition that an operator wrote: over node attributes, dates, operations or resources. */
public sealed interface Expression {
  /** Holds when all parts hold; an empty list holds. */
  record All(List<Expression> parts) implements Expression {}

  /** Holds when at least one part holds; an empty list does not hold. */
  record Any(List<Expression> parts) implements Expression {}

  /**
   * Compares a node attribute.
   *
   * @param attribute the attribute's name
   * @param operation {@code lt}, {@code gt}, {@code lte}, {@code gte}, {@code eq}, {@code ne},
   *     {@code defined}, {@code not_defined}
   * @param type {@code string}, {@code integer}, {@code number} or {@code version}; null for the
   *     default of the operation
   * @param value what to compare with; null for the two {@code defined} operations
   * @param source {@code literal}, {@code param} or {@code meta}: where the value comes from
   */
  record AttributeTest(
      String attribute,
      String operation,
      @Nullable String type,
      @Nullable String value,
      String source)
      implements Expression {}

  /**
   * Compares the decision's clock.
   *
   * @param operation {@code gt}, {@code lt}, {@code in_range} or {@code date_spec}
   * @param start ISO 8601 text, or null
   * @param end ISO 8601 text, or null
   * @param duration parts of a duration that gives the end from the start ({@code hours}, {@code
   *     months}, …); empty where none was written
   * @param spec parts of a date specification and their ranges ({@code hours} to {@code 9-16}, …);
   *     empty where none
   */
  record DateTest(
      String operation,
      @Nullable String start,
      @Nullable String end,
      Map<String, String> duration,
      Map<String, String> spec)
      implements Expression {}

  /** Matches the resource that a set is evaluated for; a null part matches anything. */
  record ResourceTest(@Nullable String standard, @Nullable String provider, @Nullable String type)
      implements Expression {}

  /** Matches the operation that a set is evaluated for; a null interval matches any. */
  record OperationTest(String name, @Nullable String interval) implements Expression {}
}

package dev.drover.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an option's value must look like. */
public enum OptionType {
  BOOLEAN("`true` or `false`", "true|false|on|off|yes|no|y|n|1|0"),
  INTEGER("a whole number", "[+-]?\\d{1,9}"),
  SCORE(
      "a score: a whole number, INFINITY or -INFINITY",
      "[+-]?(\\d{1,9}|INFINITY)|red|yellow|green"),
  DURATION(
      "a length of time such as 30s, 5min or PT1H",
      "[+-]?\\d{1,9}(ms|msec|us|usec|s|sec|m|min|h|hr)?|P(?=.)(\\d+[YMWD])*(T(\\d+[HMS])+)?"),
  PERCENTAGE("a percentage such as 80%", "\\d{1,3}%"),
  PORT("a port from 0 to 65535", "\\d{1,5}"),
  TEXT("text", "[\\s\\S]*"),
  VERSION("a version", ".+"),
  INSTANT("a time such as 2026-01-31T12:00:00Z", ".+"),
  CHOICE("one of the listed words", ".+");

  private final String expectation;
  private final Pattern pattern;

  OptionType(String expectation, String pattern) {
    this.expectation = expectation;
    this.pattern = Pattern.compile(pattern);
  }

  /** The type of a name as the catalogue writes it. */
  static OptionType named(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether text has this form. */
  public boolean accepts(String value) {
    return pattern.matcher(value).matches() && (this != PORT || Integer.parseInt(value) <= 65_535);
  }

  /**
   * The form as a regular expression, in the common part of what Java and JSON Schema understand;
   * not anchored.
   */
  public String regex() {
    return pattern.pattern();
  }

  /** What a value must be, as the rest of a sentence that begins with "expected". */
  public String expectation() {
    return expectation;
  }
}

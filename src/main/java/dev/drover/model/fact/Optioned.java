package dev.drover.model.fact;

import dev.drover.model.Dates;
import dev.drover.model.Intervals;
import dev.drover.model.Role;
import dev.drover.model.Score;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;

/** A fact that carries options, read by name in rules. */
public interface Optioned {
  /** The options in force by name, defaults included. */
  Map<String, String> options();

  /** An option's value; empty where it is neither set nor has a default. */
  default String option(String name) {
    return options().getOrDefault(name, "");
  }

  /** True where the option is set or has a default. */
  default boolean has(String name) {
    return !option(name).isEmpty();
  }

  /** An option that is a score; 0 where it is not set or no score. */
  default Score score(String name) {
    return Score.parse(option(name), Score.ZERO);
  }

  /** An option that is a count; the fallback where it is not set or no number. */
  default int count(String name, int otherwise) {
    return Score.parse(option(name)).map(Score::value).orElse(otherwise);
  }

  /** An option that is a role; {@link Role#UNKNOWN} where it is not set or no role. */
  default Role role(String name) {
    return Role.parse(option(name)).orElse(Role.UNKNOWN);
  }

  /** An option that is a length of time in milliseconds; 0 where it is not set or none. */
  default long millis(String name) {
    return Intervals.parse(option(name));
  }

  /** An option that is a moment, in seconds since 1970; −1 where it is not set or none. */
  default long seconds(String name) {
    return Dates.read(option(name)).map(OffsetDateTime::toEpochSecond).orElse(-1L);
  }

  /** True where the option is set to any spelling of "yes". */
  default boolean on(String name) {
    return Words.isTrue(option(name));
  }

  /** True where the option is set to any spelling of "no". */
  default boolean off(String name) {
    return Words.isFalse(option(name));
  }

  /** True where the option equals the word, whatever the case. */
  default boolean says(String name, String word) {
    return option(name).toLowerCase(Locale.ROOT).equals(word);
  }
}

package dev.drover.model.fact;

import java.util.Locale;

/**
 * How values that people write are read: booleans in all their spellings, numbers with a fallback.
 */
public final class Words {
  private Words() {}

  /** True for {@code true}, {@code yes}, {@code on}, {@code y} and {@code 1}. */
  public static boolean isTrue(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y", "1" -> true;
      default -> false;
    };
  }

  /** True for {@code false}, {@code no}, {@code off}, {@code n} and {@code 0}. */
  public static boolean isFalse(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "false", "no", "off", "n", "0" -> true;
      default -> false;
    };
  }

  /** A whole number, or the fallback for text that is none. */
  public static long number(String value, long otherwise) {
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }
}

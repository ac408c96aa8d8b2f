package dev.drover.model.fact;

import java.util.Locale;
import java.util.Optional;

/**
 * How values that people write are read: booleans in all their spellings, numbers with a fallback.
 */
public final class Words {
  private Words() {}

  /** A truth value in any of the words that Pacemaker takes for one; empty for other text. */
  public static Optional<Boolean> truth(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y", "1" -> Optional.of(true);
      case "false", "no", "off", "n", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** True for every word that means yes. */
  public static boolean isTrue(String value) {
    return truth(value).orElse(false);
  }

  /** True for every word that means no. */
  public static boolean isFalse(String value) {
    return !truth(value).orElse(true);
  }

  /** A whole number, or the fallback for text that is none. */
  public static long number(String value, long otherwise) {
    if (value.isEmpty()) {
      // as most are: an exception for each would take longer than a decision
      return otherwise;
    }
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }
}

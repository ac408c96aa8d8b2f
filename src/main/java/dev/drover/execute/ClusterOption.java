package dev.drover.execute;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.SettingSet;
import java.util.Locale;

/** The few cluster options that speak of carrying a plan out, not of what to plan. */
public final class ClusterOption {
  private ClusterOption() {}

  /** An option's value in lower case, from the first set that has it. */
  public static String text(Configuration configuration, String name, String otherwise) {
    for (SettingSet set : configuration.options()) {
      String value = set.values().get(name);
      if (value != null) {
        return value.strip().toLowerCase(Locale.ROOT);
      }
    }
    return otherwise;
  }

  /** An option's value as a whole number above 0. */
  public static int positive(Configuration configuration, String name, int otherwise) {
    String text = text(configuration, name, "");
    return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : otherwise;
  }
}

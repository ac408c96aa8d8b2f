package dev.drover.schedule.resolve;

import dev.drover.model.config.SettingSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out which values apply. */
public final class Settings {
  /** The set of cluster options that wins over all others, whatever its score. */
  private static final String BOOTSTRAP = "cib-bootstrap-options";

  /** A value that takes back what sets with a higher score said. */
  private static final String UNSET = "#default";

  private static final Comparator<SettingSet> STRONGEST_FIRST =
      Comparator.<SettingSet, Boolean>comparing(set -> !set.id().equals(BOOTSTRAP))
          .thenComparing(Comparator.comparing(SettingSet::score).reversed());

  private Settings() {}

  /**
   * The values of all sets that apply: for each name that of the set with the highest score, on
   * equal scores of the one listed first.
   *
   * @return a new map, in the order in which the values were found
   */
  public static Map<String, String> resolve(List<SettingSet> sets, Context context) {
    Map<String, String> values = new LinkedHashMap<>();
    addTo(values, sets, context);
    return values;
  }

  /** As {@link #resolve}, adding to values that win over all sets. */
  public static void addTo(Map<String, String> values, List<SettingSet> sets, Context context) {
    List<SettingSet> ordered =
        sets.size() < 2 ? sets : sets.stream().sorted(STRONGEST_FIRST).toList();
    for (SettingSet set : ordered) {
      if (set.condition() == null || Conditions.holds(set.condition(), context)) {
        set.values().forEach((name, value) -> add(values, name, value));
      }
    }
  }

  private static void add(Map<String, String> values, String name, String value) {
    if (value.equalsIgnoreCase(UNSET)) {
      values.remove(name);
    } else {
      values.putIfAbsent(name, value);
    }
  }
}

package dev.drover.execute;

import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.SettingSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of nodes, where no rule has been asked. */
public final class KnownAttributes {
  private KnownAttributes() {}

  /** The permanent ones that hold whatever the time is; of several values that of most score. */
  public static Map<String, String> configured(NodeConfig node) {
    Map<String, String> all = new TreeMap<>();
    node.attributes().stream()
        .filter(set -> set.condition() == null)
        .sorted(Comparator.comparing(SettingSet::score).reversed())
        .forEach(set -> set.values().forEach(all::putIfAbsent));
    return all;
  }
}

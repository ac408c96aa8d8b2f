package dev.drover.model.config;

import java.util.List;
import java.util.Map;

/** Configurations of which a test cares about little. */
public final class Configurations {
  private Configurations() {}

  /** Without constraints, defaults, levels and tags. */
  public static Configuration of(
      List<SettingSet> options, List<NodeConfig> nodes, List<ResourceConfig> resources) {
    return new Configuration(
        options, nodes, resources, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), Map.of());
  }
}

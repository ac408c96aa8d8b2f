package dev.drover.daemon;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import dev.drover.text.Suggest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses names that the configuration does not know. */
final class Known {
  private Known() {}

  /**
   * Checks a node's name.
   *
   * @throws IllegalArgumentException where no node is called so
   */
  static void node(Configuration configuration, String name) {
    check("node", name, configuration.nodes().stream().map(node -> node.name()).toList());
  }

  /**
   * Checks a resource's name.
   *
   * @throws IllegalArgumentException where no resource is called so
   */
  static void resource(Configuration configuration, String name) {
    check("resource", name, all(configuration).map(ResourceConfig::id).toList());
  }

  /** The primitives at or below a resource. */
  static Set<String> primitives(Configuration configuration, String name) {
    return all(configuration)
        .filter(config -> config.id().equals(name))
        .flatMap(Known::below)
        .filter(config -> config.agent() != null)
        .map(ResourceConfig::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<ResourceConfig> all(Configuration configuration) {
    return configuration.resources().stream().flatMap(Known::below);
  }

  private static Stream<ResourceConfig> below(ResourceConfig config) {
    return Stream.concat(Stream.of(config), config.members().stream().flatMap(Known::below));
  }

  private static void check(String what, String name, List<String> known) {
    if (!known.contains(name)) {
      String maybe =
          Suggest.closest(name, Set.copyOf(known))
              .map(close -> "%nMaybe `%s` is meant".formatted(close))
              .orElse("");
      throw new IllegalArgumentException(
          "`%s` is no %s: expected one of %s%s"
              .formatted(name, what, String.join(", ", known), maybe));
    }
  }
}

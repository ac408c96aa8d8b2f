package dev.drover.daemon;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import dev.drover.plan.Assessment;
import dev.drover.plan.ResourceView;
import dev.drover.text.Suggest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

  /**
   * Every name under which a node may have recorded what it did with a resource or with anything
   * below it: instances of clones and what bundles are made of have names of their own.
   */
  static Set<String> recorded(Assessment assessment, String name) {
    Set<String> names = new LinkedHashSet<>();
    assessment.resources().stream()
        .flatMap(ResourceView::all)
        .filter(view -> view.id().equals(name) || view.baseName().equals(name))
        .flatMap(ResourceView::all)
        .forEach(
            view ->
                Stream.of(view.id(), view.baseName(), view.historyName())
                    .filter(Objects::nonNull)
                    .forEach(names::add));
    return names;
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

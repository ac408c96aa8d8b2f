package dev.drover.policy;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.plan.NodeView;
import dev.drover.simulate.StepReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cluster that has come to rest, and what is configured of it at that time.
 *
 * @param where where everything is active
 */
record AtRest(StepReport.View view, Instant now, Configuration configuration, Whereabouts where) {
  static AtRest of(StepReport.View view, Instant now) {
    Configuration configuration = view.state().configuration();
    return new AtRest(
        view,
        now,
        configuration,
        new Whereabouts(view.assessment(), configuration, Ticketed.frozen(view.state())));
  }

  /** The nodes as the rules judged them. */
  List<NodeView> nodes() {
    return view.assessment().nodes();
  }

  /** What a cluster option says, or what it says where nobody set it. */
  String option(String name, String otherwise) {
    return value(configuration.options(), name).orElse(otherwise);
  }

  /** What a resource itself says of an option, by the first of the sets that holds now. */
  Optional<String> option(ResourceConfig resource, String name) {
    return value(resource.meta(), name);
  }

  private Optional<String> value(List<SettingSet> sets, String name) {
    return sets.stream()
        .filter(set -> set.condition() == null || Dated.holds(set.condition(), now, part -> false))
        .map(set -> set.values().get(name))
        .filter(told -> told != null)
        .findFirst();
  }

  /** A node's permanent attributes and what is there by itself, for conditions. */
  Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("#uname", name);
    for (NodeConfig node : configuration.nodes()) {
      if (node.name().equals(name)) {
        node.attributes().forEach(set -> attributes.putAll(set.values()));
      }
    }
    return attributes;
  }

  /** The worst colour that a node's signs of health have; green where there is none. */
  String colour(NodeView node) {
    Set<String> signs = new TreeSet<>();
    view.state().status().nodes().stream()
        .filter(state -> state.name().equals(node.name()))
        .flatMap(state -> state.attributes().entrySet().stream())
        .filter(attribute -> attribute.getKey().startsWith("#health"))
        .forEach(attribute -> signs.add(attribute.getValue().toLowerCase(Locale.ROOT)));
    return signs.contains("red") ? "red" : signs.contains("yellow") ? "yellow" : "green";
  }
}

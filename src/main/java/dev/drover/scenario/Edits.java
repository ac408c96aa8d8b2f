package dev.drover.scenario;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies of configuration records with one part changed. */
final class Edits {
  private Edits() {}

  /**
   * The values go into the first set that always applies, or into a new one in front where there is
   * none.
   */
  static List<SettingSet> set(List<SettingSet> sets, String idOfNew, Map<String, String> values) {
    List<SettingSet> result = new ArrayList<>(sets);
    int place = 0;
    while (place < result.size() && result.get(place).condition() != null) {
      place++;
    }
    if (place == result.size()) {
      place = 0;
      result.add(0, SettingSet.always(idOfNew, Map.of()));
    }
    SettingSet old = result.get(place);
    Map<String, String> merged = new LinkedHashMap<>(old.values());
    values.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            merged.remove(name);
          } else {
            merged.put(name, value);
          }
        });
    result.set(place, new SettingSet(old.id(), old.score(), old.condition(), merged));
    return List.copyOf(result);
  }

  static List<ResourceConfig> setMeta(
      List<ResourceConfig> resources, String id, Map<String, String> values) {
    return resources.stream()
        .map(
            each ->
                new ResourceConfig(
                    each.id(),
                    each.kind(),
                    each.agent(),
                    each.template(),
                    each.id().equals(id) ? set(each.meta(), id + "-options", values) : each.meta(),
                    each.parameters(),
                    each.utilization(),
                    each.operations(),
                    setMeta(each.members(), id, values),
                    each.container()))
        .toList();
  }

  static List<NodeConfig> setAttributes(
      List<NodeConfig> nodes, String name, Map<String, String> values) {
    return nodes.stream()
        .map(
            each ->
                each.name().equals(name)
                    ? new NodeConfig(
                        each.id(),
                        each.name(),
                        each.kind(),
                        set(each.attributes(), name + "-attributes", values),
                        each.utilization())
                    : each)
        .toList();
  }

  static Configuration withOptions(Configuration old, List<SettingSet> options) {
    return copy(old, options, old.nodes(), old.resources(), constraintsOf(old));
  }

  static Configuration withNodes(Configuration old, List<NodeConfig> nodes) {
    return copy(old, old.options(), nodes, old.resources(), constraintsOf(old));
  }

  static Configuration withResources(Configuration old, List<ResourceConfig> resources) {
    return copy(old, old.options(), old.nodes(), resources, constraintsOf(old));
  }

  static Configuration withConstraints(Configuration old, Constraints added) {
    Constraints all =
        new Constraints(
            Stream.concat(old.locations().stream(), added.locations().stream()).toList(),
            Stream.concat(old.colocations().stream(), added.colocations().stream()).toList(),
            Stream.concat(old.orders().stream(), added.orders().stream()).toList(),
            Stream.concat(old.tickets().stream(), added.tickets().stream()).toList());
    return copy(old, old.options(), old.nodes(), old.resources(), all);
  }

  static Configuration withoutConstraint(Configuration old, String id) {
    Constraints rest =
        new Constraints(
            old.locations().stream().filter(each -> !each.id().equals(id)).toList(),
            old.colocations().stream().filter(each -> !each.id().equals(id)).toList(),
            old.orders().stream().filter(each -> !each.id().equals(id)).toList(),
            old.tickets().stream().filter(each -> !each.id().equals(id)).toList());
    return copy(old, old.options(), old.nodes(), old.resources(), rest);
  }

  private static Constraints constraintsOf(Configuration old) {
    return new Constraints(old.locations(), old.colocations(), old.orders(), old.tickets());
  }

  private static Configuration copy(
      Configuration old,
      List<SettingSet> options,
      List<NodeConfig> nodes,
      List<ResourceConfig> resources,
      Constraints constraints) {
    return new Configuration(
        options,
        nodes,
        resources,
        constraints.locations(),
        constraints.colocations(),
        constraints.orders(),
        constraints.tickets(),
        old.resourceDefaults(),
        old.operationDefaults(),
        old.fencingLevels(),
        old.tags());
  }
}

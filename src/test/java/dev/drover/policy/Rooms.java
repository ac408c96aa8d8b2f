package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where room counts, nodes have room for all that the cluster placed there. */
final class Rooms {
  private Rooms() {}

  /** Each node that has too much to carry, as a sentence. */
  static List<String> brokenIn(AtRest rest) {
    if (rest.option("placement-strategy", "default").equals("default")) {
      return List.of();
    }
    Map<String, Integer> used = new HashMap<>();
    for (ResourceConfig service : services(rest.configuration().resources()).toList()) {
      int needs = cpu(service.utilization());
      for (ResourceView view : rest.where().primitives(service.id())) {
        if (view.kind() == Kind.PRIMITIVE && needs > 0) {
          if (!rest.where().isFree(service.id())) {
            return List.of();
          }
          view.activeOn().forEach(node -> used.merge(node, needs, Integer::sum));
        }
      }
    }
    List<String> broken = new ArrayList<>();
    for (NodeConfig node : rest.configuration().nodes()) {
      int most = cpu(node.utilization());
      if (!node.utilization().isEmpty() && used.getOrDefault(node.name(), 0) > most) {
        broken.add(node.name() + " carries " + used.get(node.name()) + " and has room for " + most);
      }
    }
    return broken;
  }

  private static int cpu(List<SettingSet> utilization) {
    return utilization.stream()
        .map(set -> set.values().getOrDefault("cpu", "0"))
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private static Stream<ResourceConfig> services(List<ResourceConfig> resources) {
    return resources.stream()
        .flatMap(
            each -> each.kind() == Kind.PRIMITIVE ? Stream.of(each) : services(each.members()));
  }
}

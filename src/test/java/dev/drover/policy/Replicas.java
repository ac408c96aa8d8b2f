package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.config.ResourceConfig;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.World.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * How often what differs from its like is active: each instance of a unique clone and each
 * container of a bundle once, and no more of them on a node than was asked for. By what really
 * runs, at any moment, unless somebody else started it.
 */
final class Replicas {
  private final StepReport step;
  private final List<String> broken = new ArrayList<>();

  private Replicas(StepReport step) {
    this.step = step;
  }

  /** Each time too many were active, as a sentence. */
  static List<String> brokenIn(StepReport step) {
    Replicas replicas = new Replicas(step);
    for (ResourceConfig resource : step.configuration().resources()) {
      if (resource.kind() == Kind.BUNDLE && resource.container() != null) {
        Map<String, String> container = resource.container().attributes();
        String name = resource.id() + "-" + resource.container().engine() + "-\\d+";
        int perHost = Integer.parseInt(container.getOrDefault("replicas-per-host", "1"));
        replicas.check(name, perHost);
        replicas.check(resource.id() + "-ip-.*", Integer.MAX_VALUE);
      } else if (isUnique(resource)) {
        int perNode = Numbers.number(resource, "clone-node-max", 1);
        for (ResourceConfig service : Numbers.services(resource)) {
          replicas.check(service.id() + ":\\d+", perNode);
        }
      }
    }
    return replicas.broken;
  }

  private static boolean isUnique(ResourceConfig clone) {
    return clone.kind() == Kind.CLONE
        && clone.meta().stream()
            .anyMatch(set -> "true".equals(set.values().get("globally-unique")));
  }

  private void check(String pattern, int perNode) {
    Set<String> names = new HashSet<>();
    for (Moment moment : step.moments()) {
      moment.running().values().stream()
          .flatMap(services -> services.keySet().stream())
          .filter(service -> service.matches(pattern))
          .forEach(names::add);
    }
    for (String name : names) {
      grows(
          running -> running.values().stream().filter(has -> has.containsKey(name)).count(),
          1,
          name + " is active on several nodes");
    }
    for (String node : step.before().keySet()) {
      grows(
          running ->
              running.getOrDefault(node, Map.of()).keySet().stream()
                  .filter(service -> service.matches(pattern))
                  .count(),
          perNode,
          "more than " + perNode + " of " + pattern + " are active on " + node);
    }
  }

  /** Whether the cluster itself made too many of what were not so many before. */
  private void grows(
      ToLongFunction<Map<String, Map<String, Role>>> count, int most, String trouble) {
    long last = count.applyAsLong(step.before());
    for (Moment moment : step.moments()) {
      long now = count.applyAsLong(moment.running());
      if (moment.byCluster() && now > most && now > last) {
        broken.add("after " + moment.cause() + " " + trouble);
      }
      last = now;
    }
  }
}

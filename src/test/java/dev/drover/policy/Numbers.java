package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.World.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many instances of clones the cluster lets run at the same time, by what really runs: no more
 * than were asked for, at any moment, unless somebody else started them.
 */
final class Numbers {
  private Numbers() {}

  /** Each time too many were active, as a sentence. */
  static List<String> brokenIn(StepReport step) {
    List<String> broken = new ArrayList<>();
    Configuration configuration = step.configuration();
    for (ResourceConfig clone : configuration.resources()) {
      if (clone.kind() != Kind.CLONE || clone.members().isEmpty()) {
        continue;
      }
      int most = number(clone, "clone-max", Integer.MAX_VALUE);
      int promoted = number(clone, "promoted-max", 1);
      for (ResourceConfig service : services(clone)) {
        check(step, service.id(), most, Role.STARTED, broken);
        check(step, service.id(), promoted, Role.PROMOTED, broken);
      }
    }
    return broken;
  }

  /** The primitives of which a clone has instances. */
  static List<ResourceConfig> services(ResourceConfig clone) {
    ResourceConfig of = clone.members().get(0);
    return of.kind() == Kind.GROUP ? of.members() : List.of(of);
  }

  /** A clone's option, or another number where it does not say. */
  static int number(ResourceConfig clone, String option, int otherwise) {
    return clone.meta().stream()
        .map(set -> set.values().get(option))
        .filter(value -> value != null)
        .findFirst()
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private static void check(
      StepReport step, String service, int most, Role role, List<String> broken) {
    long last = count(step.before(), service, role);
    for (Moment moment : step.moments()) {
      long now = count(moment.running(), service, role);
      if (moment.byCluster() && now > most && now > last) {
        broken.add(
            "after "
                + moment.cause()
                + " "
                + service
                + " is "
                + role
                + " "
                + now
                + " times, at most "
                + most);
      }
      last = now;
    }
  }

  private static long count(Map<String, Map<String, Role>> running, String service, Role least) {
    return running.values().stream()
        .flatMap(services -> services.entrySet().stream())
        .filter(entry -> entry.getKey().replaceFirst(":\\d+$", "").equals(service))
        .filter(entry -> entry.getValue().compareTo(least) >= 0)
        .count();
  }
}

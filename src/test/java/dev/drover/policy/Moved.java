package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.scenario.ConfigurationChange;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.World.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what may be moved live is: where operators did nothing but say where it is to run, it
 * runs at every moment of its move from one member to another. What has to wait for others, or to
 * be with them, may have to stop for their sake.
 */
final class Moved {
  private Moved() {}

  /** Each interruption, as a sentence. */
  static List<String> brokenIn(StepReport step) {
    List<String> broken = new ArrayList<>();
    boolean onlyPlaces =
        step.step().events().stream()
            .allMatch(
                event ->
                    event instanceof ConfigurationChange.ConstraintsAdded
                        || event instanceof ConfigurationChange.NodeAttributes);
    for (ResourceConfig resource : step.configuration().resources()) {
      String name = resource.id();
      String from = place(step.configuration(), step.before(), name);
      String to = place(step.configuration(), step.after(), name);
      if (!onlyPlaces
          || from == null
          || to == null
          || from.equals(to)
          || !mayMigrate(resource)
          || isBound(step.configuration(), name)) {
        continue;
      }
      for (Moment moment : step.moments()) {
        if (places(moment.running(), name).isEmpty()) {
          broken.add(
              "%s is down after %s on its way from %s to %s"
                  .formatted(name, moment.cause(), from, to));
        }
      }
    }
    return broken;
  }

  private static boolean mayMigrate(ResourceConfig resource) {
    return resource.kind() == Kind.PRIMITIVE
        && resource.meta().stream()
            .anyMatch(set -> "true".equals(set.values().get("allow-migrate")));
  }

  private static boolean isBound(Configuration configuration, String name) {
    Stream<String> ordered = configuration.orders().stream().flatMap(Moved::names);
    Stream<String> colocated = configuration.colocations().stream().flatMap(Moved::names);
    return Stream.concat(ordered, colocated).anyMatch(name::equals);
  }

  private static Stream<String> names(OrderConstraint order) {
    return Stream.concat(
        Stream.of(String.valueOf(order.first()), String.valueOf(order.then())),
        order.sets().stream().flatMap(set -> set.resources().stream()));
  }

  private static Stream<String> names(ColocationConstraint colocation) {
    return Stream.concat(
        Stream.of(String.valueOf(colocation.dependent()), String.valueOf(colocation.primary())),
        colocation.sets().stream().flatMap(set -> set.resources().stream()));
  }

  /** The one member that it runs on; null where that is none, or not the only one. */
  private static @Nullable String place(
      Configuration configuration, Map<String, Map<String, Role>> running, String name) {
    Set<String> places = places(running, name);
    return places.size() == 1
        ? configuration.nodes().stream()
            .map(NodeConfig::name)
            .filter(places::contains)
            .filter(node -> configuration.resources().stream().noneMatch(r -> r.id().equals(node)))
            .findFirst()
            .orElse(null)
        : null;
  }

  private static Set<String> places(Map<String, Map<String, Role>> running, String name) {
    Set<String> places = new TreeSet<>();
    running.forEach(
        (node, services) -> {
          if (services.containsKey(name)) {
            places.add(node);
          }
        });
    return places;
  }
}

package dev.drover.policy;

import dev.drover.model.Score;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.ResourceSet;
import dev.drover.plan.NodeView;
import dev.drover.schedule.resolve.Conditions;
import dev.drover.schedule.resolve.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Nothing is active where it may not be: by its constraints, its node's health, or for want of
 * leave.
 */
final class Barred {
  private final AtRest rest;
  private final List<String> broken = new ArrayList<>();

  private Barred(AtRest rest) {
    this.rest = rest;
  }

  /** Each resource in a wrong place, as a sentence. */
  static List<String> brokenIn(AtRest rest) {
    Barred barred = new Barred(rest);
    rest.configuration().locations().forEach(barred::location);
    rest.nodes().forEach(barred::health);
    if (rest.option("symmetric-cluster", "true").equals("false")) {
      rest.configuration().resources().forEach(barred::leave);
    }
    if (rest.option("stop-all-resources", "false").equals("true")) {
      rest.configuration().resources().forEach(barred::stopped);
    }
    return barred.broken;
  }

  private void location(LocationConstraint constraint) {
    for (NodeView node : rest.nodes()) {
      if (!forbids(constraint, node.name())) {
        continue;
      }
      for (String resource : resources(constraint)) {
        if (rest.where().isFree(resource)
            && rest.where().nodes(resource, constraint.role()).contains(node.name())) {
          broken.add(constraint.id() + ": " + resource + " is active on " + node.name());
        }
      }
    }
  }

  private List<String> resources(LocationConstraint constraint) {
    String pattern = constraint.pattern();
    if (pattern != null) {
      boolean others = pattern.startsWith("!");
      String wanted = others ? pattern.substring(1) : pattern;
      return rest.configuration().resources().stream()
          .map(ResourceConfig::id)
          .filter(name -> name.matches(wanted) != others)
          .toList();
    }
    if (constraint.resource() != null) {
      return rest.where().named(constraint.resource());
    }
    return constraint.sets().stream().map(ResourceSet::resources).flatMap(List::stream).toList();
  }

  private boolean forbids(LocationConstraint constraint, String node) {
    if (constraint.score() != null) {
      return node.equals(constraint.node()) && constraint.score().isMinusInfinity();
    }
    for (LocationRule rule : constraint.rules()) {
      if (Score.MINUS_INFINITY.equals(rule.score())
          && Dated.holds(rule.condition(), rest.now(), part -> Conditions.holds(part, at(node)))) {
        return true;
      }
    }
    return false;
  }

  private Context at(String node) {
    return Context.at(rest.now()).onNode(rest.attributes(node));
  }

  private void health(NodeView node) {
    Set<String> bad =
        switch (rest.option("node-health-strategy", "none")) {
          case "migrate-on-red" -> Set.of("red");
          case "only-green" -> Set.of("red", "yellow");
          default -> Set.of();
        };
    if (!bad.contains(rest.colour(node))) {
      return;
    }
    for (ResourceConfig resource : rest.configuration().resources()) {
      boolean allowed =
          rest.option(resource, "allow-unhealthy-nodes").filter("true"::equals).isPresent();
      if (!allowed
          && rest.where().isFree(resource.id())
          && rest.where().nodes(resource.id(), null).contains(node.name())) {
        broken.add("health: " + resource.id() + " is active on " + node.name());
      }
    }
  }

  /**
   * Where nothing runs without being asked to, somebody has asked for it, or for what it is with.
   */
  private void leave(ResourceConfig resource) {
    boolean asked =
        rest.configuration().locations().stream()
            .anyMatch(constraint -> resources(constraint).contains(resource.id()));
    if (!asked && rest.where().isFree(resource.id()) && isActive(resource)) {
      broken.add("symmetric-cluster: " + resource.id() + " is active without leave");
    }
  }

  private void stopped(ResourceConfig resource) {
    boolean device = resource.agent() != null && resource.agent().isFenceDevice();
    if (!device && rest.where().isFree(resource.id()) && isActive(resource)) {
      broken.add("stop-all-resources: " + resource.id() + " is active");
    }
  }

  private boolean isActive(ResourceConfig resource) {
    return !rest.where().nodes(resource.id(), null).isEmpty();
  }
}

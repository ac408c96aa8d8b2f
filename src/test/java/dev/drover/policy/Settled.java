package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.ResourceSet;
import dev.drover.plan.NodeView;
import dev.drover.simulate.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a cluster that has come to rest: whatever its operators made mandatory, as far
 * as the cluster has a free hand with the resources in question.
 */
final class Settled {
  private final AtRest rest;
  private final Configuration configuration;
  private final Whereabouts where;
  private final List<String> broken = new ArrayList<>();

  private Settled(AtRest rest) {
    this.rest = rest;
    configuration = rest.configuration();
    where = rest.where();
  }

  /** Each mandatory wish that does not hold, as a sentence. */
  static List<String> brokenIn(StepReport.View view, Instant now) {
    AtRest rest = AtRest.of(view, now);
    Settled settled = new Settled(rest);
    settled.broken.addAll(Barred.brokenIn(rest));
    settled.configuration.colocations().forEach(settled::colocation);
    settled.configuration.orders().forEach(settled::order);
    settled.broken.addAll(Enough.brokenIn(settled.configuration, settled.where));
    settled.broken.addAll(Ticketed.brokenIn(rest));
    settled.broken.addAll(Rooms.brokenIn(rest));
    rest.nodes().forEach(settled::standby);
    settled.broken.addAll(Targets.brokenIn(rest));
    settled.broken.addAll(Removed.brokenIn(rest));
    return settled.broken;
  }

  private void broken(String constraint, String found) {
    broken.add(constraint + ": " + found);
  }

  private void colocation(ColocationConstraint constraint) {
    if (!constraint.score().isMandatory()) {
      return;
    }
    String dependent = constraint.dependent();
    String primary = constraint.primary();
    if (dependent == null || primary == null) {
      together(constraint);
      return;
    }
    if (!where.isFree(dependent) || !where.isFree(primary)) {
      return;
    }
    if (constraint.nodeAttribute() != null && (asksHost(dependent) || asksHost(primary))) {
      return;
    }
    Set<String> here = places(constraint, where.nodes(dependent, constraint.dependentRole()));
    Set<String> there = places(constraint, where.nodes(primary, constraint.primaryRole()));
    // what has a place and waits for something else, as a whole or instance by instance, keeps back
    // nothing that is with it; nor does it under Pacemaker
    boolean waits = there.isEmpty() ? isBundle(primary) : waitsByInstance(primary);
    boolean holds =
        constraint.score().isInfinity()
            ? waits || there.containsAll(here)
            : Collections.disjoint(here, there);
    if (!holds) {
      broken(constraint.id(), dependent + " is on " + here + ", " + primary + " on " + there);
    }
  }

  /** Whether any part of a resource goes by its host's attributes on a guest node. */
  private boolean asksHost(String name) {
    return configuration.resources().stream()
        .filter(resource -> resource.id().equals(name))
        .flatMap(Settled::parts)
        .anyMatch(part -> rest.option(part, "container-attribute-target").isPresent());
  }

  private static Stream<ResourceConfig> parts(ResourceConfig resource) {
    return Stream.concat(Stream.of(resource), resource.members().stream().flatMap(Settled::parts));
  }

  /** The nodes, or what stands for them where an attribute says what the same place is. */
  private Set<String> places(ColocationConstraint constraint, Set<String> nodes) {
    String attribute = constraint.nodeAttribute();
    if (attribute == null) {
      return nodes;
    }
    Set<String> places = new TreeSet<>();
    nodes.forEach(node -> places.add(rest.attributes(node).getOrDefault(attribute, "")));
    return places;
  }

  /** Of sets that must be together, all that run in one place only are in the same. */
  private void together(ColocationConstraint constraint) {
    Set<String> places = new TreeSet<>();
    for (ResourceSet set : constraint.sets()) {
      for (String resource : set.resources()) {
        if (!where.isFree(resource)) {
          return;
        }
        Set<String> nodes = where.nodes(resource, set.role());
        if (isSingle(resource) && nodes.size() == 1) {
          places.addAll(nodes);
        }
      }
    }
    if (constraint.score().isInfinity() && places.size() > 1) {
      broken(constraint.id(), "its members are on " + places);
    }
  }

  private boolean isBundle(String name) {
    return configuration.resources().stream()
        .anyMatch(resource -> resource.id().equals(name) && resource.kind() == Kind.BUNDLE);
  }

  /** Whether each instance of a clone starts after something that is on its own node. */
  private boolean waitsByInstance(String name) {
    return configuration.resources().stream()
            .filter(resource -> resource.id().equals(name) && resource.kind() == Kind.CLONE)
            .anyMatch(clone -> rest.option(clone, "interleave").orElse("").equals("true"))
        && configuration.orders().stream()
            .anyMatch(
                order ->
                    name.equals(order.then())
                        || order.sets().stream().anyMatch(set -> set.resources().contains(name)));
  }

  private boolean isSingle(String name) {
    return configuration.resources().stream()
        .filter(resource -> resource.id().equals(name))
        .anyMatch(
            resource ->
                where.primitives(name).stream().noneMatch(view -> view.unique())
                    && switch (resource.kind()) {
                      case PRIMITIVE, GROUP -> true;
                      case CLONE, BUNDLE -> false;
                    });
  }

  private void order(OrderConstraint constraint) {
    if (constraint.kind() != null && !constraint.kind().equals("Mandatory")
        || Boolean.FALSE.equals(constraint.symmetrical())) {
      return;
    }
    String first = constraint.first();
    String then = constraint.then();
    if (first != null && then != null) {
      after(constraint.id(), first, role(constraint.firstAction()), then);
      return;
    }
    List<ResourceSet> sets = constraint.sets();
    for (int i = 0; i < sets.size(); i++) {
      List<String> members = sets.get(i).resources();
      ResourceSet earlier = sets.get(Math.max(0, i - 1));
      for (int j = 1; j < members.size() && sets.get(i).sequential(); j++) {
        after(constraint.id(), members.get(j - 1), null, members.get(j));
      }
      if (i > 0) {
        members.forEach(member -> afterSet(constraint.id(), earlier, member));
      }
    }
  }

  /** What comes after a set needs all of it, or any one member. */
  private void afterSet(String constraint, ResourceSet set, String then) {
    if (set.requireAll()) {
      set.resources().forEach(first -> after(constraint, first, null, then));
    } else if (set.resources().stream()
            .allMatch(first -> where.isFree(first) && where.nodes(first, null).isEmpty())
        && where.isFree(then)
        && !where.nodes(then, null).isEmpty()) {
      broken(constraint, then + " is active without any of " + set.resources());
    }
  }

  private static @Nullable Role role(@Nullable String action) {
    return "promote".equals(action) ? Role.PROMOTED : null;
  }

  /** What must come after something else does not run without it. */
  private void after(String constraint, String first, @Nullable Role role, String then) {
    if (where.isFree(first)
        && where.isFree(then)
        && where.nodes(first, role).isEmpty()
        && !where.nodes(then, null).isEmpty()) {
      broken(constraint, then + " is active without " + first);
    }
  }

  private void standby(NodeView node) {
    if (!node.standby() || !node.online() || node.maintenance()) {
      return;
    }
    configuration.resources().stream()
        .map(resource -> resource.id())
        .filter(where::isFree)
        .filter(resource -> where.nodes(resource, null).contains(node.name()))
        .forEach(resource -> broken("standby", resource + " is active on " + node.name()));
  }
}

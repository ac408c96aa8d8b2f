package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.plan.NodeView;
import dev.drover.schedule.resolve.Conditions;
import dev.drover.schedule.resolve.Context;
import dev.drover.simulate.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a cluster that has come to rest: whatever its operators made mandatory, as far
 * as the cluster has a free hand with the resources in question.
 */
final class Settled {
  private final StepReport.View view;
  private final Configuration configuration;
  private final Whereabouts where;
  private final Instant now;
  private final List<String> broken = new ArrayList<>();

  private Settled(StepReport.View view, Instant now) {
    this.view = view;
    this.now = now;
    configuration = view.state().configuration();
    where = new Whereabouts(view.assessment(), configuration);
  }

  /** Each mandatory wish that does not hold, as a sentence. */
  static List<String> brokenIn(StepReport.View view, Instant now) {
    Settled settled = new Settled(view, now);
    settled.configuration.locations().forEach(settled::location);
    settled.configuration.colocations().forEach(settled::colocation);
    settled.configuration.orders().forEach(settled::order);
    settled.broken.addAll(Enough.brokenIn(settled.configuration, settled.where));
    settled.configuration.tickets().forEach(settled::ticket);
    settled.view.assessment().nodes().forEach(settled::standby);
    settled.configuration.resources().forEach(settled::target);
    return settled.broken;
  }

  private void broken(String constraint, String found) {
    broken.add(constraint + ": " + found);
  }

  private void location(LocationConstraint constraint) {
    for (NodeView node : view.assessment().nodes()) {
      if (!forbids(constraint, node.name())) {
        continue;
      }
      for (String resource : resources(constraint)) {
        if (where.isFree(resource)
            && where.nodes(resource, constraint.role()).contains(node.name())) {
          broken(constraint.id(), resource + " is active on " + node.name());
        }
      }
    }
  }

  private List<String> resources(LocationConstraint constraint) {
    String pattern = constraint.pattern();
    if (pattern != null) {
      return configuration.resources().stream()
          .map(resource -> resource.id())
          .filter(name -> name.matches(pattern))
          .toList();
    }
    return constraint.resource() == null ? List.of() : where.named(constraint.resource());
  }

  private boolean forbids(LocationConstraint constraint, String node) {
    if (constraint.score() != null) {
      return node.equals(constraint.node()) && constraint.score().isMinusInfinity();
    }
    for (LocationRule rule : constraint.rules()) {
      if (Score.MINUS_INFINITY.equals(rule.score())
          && Dated.holds(rule.condition(), now, part -> Conditions.holds(part, at(node)))) {
        return true;
      }
    }
    return false;
  }

  private Context at(String node) {
    return Context.at(now).onNode(attributes(node));
  }

  private Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("#uname", name);
    for (NodeConfig node : configuration.nodes()) {
      if (node.name().equals(name)) {
        node.attributes().forEach(set -> attributes.putAll(set.values()));
      }
    }
    return attributes;
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
    Set<String> here = places(constraint, where.nodes(dependent, constraint.dependentRole()));
    Set<String> there = places(constraint, where.nodes(primary, constraint.primaryRole()));
    // a bundle that has a place and waits for something else keeps back nothing that is with it;
    // nor does it under Pacemaker
    boolean waits = there.isEmpty() && isBundle(primary);
    boolean holds =
        constraint.score().isInfinity()
            ? waits || there.containsAll(here)
            : Collections.disjoint(here, there);
    if (!holds) {
      broken(constraint.id(), dependent + " is on " + here + ", " + primary + " on " + there);
    }
  }

  /** The nodes, or what stands for them where an attribute says what the same place is. */
  private Set<String> places(ColocationConstraint constraint, Set<String> nodes) {
    String attribute = constraint.nodeAttribute();
    if (attribute == null) {
      return nodes;
    }
    Set<String> places = new TreeSet<>();
    nodes.forEach(node -> places.add(attributes(node).getOrDefault(attribute, "")));
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
      for (int j = 1; j < members.size() && sets.get(i).sequential(); j++) {
        after(constraint.id(), members.get(j - 1), null, members.get(j));
      }
      for (int j = 0; i > 0 && j < members.size(); j++) {
        for (String earlier : sets.get(i - 1).resources()) {
          after(constraint.id(), earlier, null, members.get(j));
        }
      }
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

  private void ticket(TicketConstraint constraint) {
    String resource = constraint.resource();
    boolean granted =
        view.state().status().tickets().stream()
            .anyMatch(
                ticket ->
                    ticket.id().equals(constraint.ticket())
                        && ticket.granted()
                        && !ticket.standby());
    if (!granted
        && resource != null
        && !"freeze".equals(constraint.lossPolicy())
        && where.isFree(resource)
        && !where.nodes(resource, Role.PROMOTED).isEmpty()) {
      broken(constraint.id(), resource + " is promoted without the ticket");
    }
    if (!granted
        && resource != null
        && "stop".equals(constraint.lossPolicy())
        && where.isFree(resource)
        && !where.nodes(resource, null).isEmpty()) {
      broken(constraint.id(), resource + " is active without the ticket");
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

  /** What is told to be stopped at this time is, whoever it belongs to. */
  private void target(ResourceConfig resource) {
    resource.members().forEach(this::target);
    if (resource.kind() == Kind.PRIMITIVE
        && isTold(resource, "target-role", "Stopped")
        && where.isFree(resource.id())
        && !where.nodes(resource.id(), null).isEmpty()) {
      broken("target-role", resource.id() + " is active on " + where.nodes(resource.id(), null));
    }
  }

  /** By the first of the sets that holds at this time. */
  private boolean isTold(ResourceConfig resource, String option, String value) {
    return resource.meta().stream()
        .filter(set -> set.condition() == null || Dated.holds(set.condition(), now, part -> false))
        .map(set -> set.values().get(option))
        .filter(told -> told != null)
        .findFirst()
        .filter(value::equals)
        .isPresent();
  }
}

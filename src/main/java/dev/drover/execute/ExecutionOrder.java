package dev.drover.execute;

import dev.drover.model.Kind;
import dev.drover.plan.Action;
import dev.drover.plan.Assessment;
import dev.drover.plan.BundleView;
import dev.drover.plan.Plan;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which order a transition looks at its actions, where nothing else decides between them:
 * resource by resource as they were given their places, a clone's instances before the clone's own
 * actions, what runs inside of a bundle before its containers, and last what belongs to no
 * resource. The order is the one that Pacemaker's simulator shows, so that reports can be compared.
 */
public final class ExecutionOrder {
  private static final Comparator<Action> LATEST_FIRST =
      Comparator.comparingInt(Action::id).reversed();

  private final Map<String, List<Action>> byResource = new HashMap<>();
  private final Set<Action> order = new LinkedHashSet<>();

  private final Comparator<ResourceView> byRank;

  private ExecutionOrder(Comparator<ResourceView> byRank) {
    this.byRank = byRank;
  }

  /** The plan's executed actions in order. */
  public static List<Action> of(Assessment before, Plan plan) {
    ExecutionOrder result = new ExecutionOrder(plan.byRank());
    List<Action> executed = plan.executed().stream().sorted(LATEST_FIRST).toList();
    for (Action action : executed) {
      if (action.resource() != null) {
        result.byResource.computeIfAbsent(action.resource(), name -> new ArrayList<>()).add(action);
      }
    }
    before.resources().stream().sorted(result.byRank).forEach(result::add);
    result.order.addAll(executed);
    return List.copyOf(result.order);
  }

  private void add(ResourceView resource) {
    if (resource.bundle() != null) {
      addParts(resource, resource.bundle());
      return;
    }
    boolean membersFirst = resource.kind() == Kind.CLONE;
    if (membersFirst) {
      resource.members().forEach(this::add);
    }
    order.addAll(byResource.getOrDefault(resource.id(), List.of()));
    if (!membersFirst) {
      resource.members().forEach(this::add);
    }
  }

  /**
   * What runs inside, the instances as they were ranked, then each replica from its address to its
   * connection. What a bundle does as a whole comes with the actions that belong to no resource.
   */
  private void addParts(ResourceView bundle, BundleView parts) {
    for (ResourceView inside : bundle.members()) {
      if (inside.kind() == Kind.CLONE) {
        inside.members().stream().sorted(byRank).forEach(this::add);
        order.addAll(byResource.getOrDefault(inside.id(), List.of()));
      }
    }
    for (BundleView.Replica replica : parts.replicas()) {
      Stream.of(replica.address(), replica.container(), replica.connection())
          .filter(Objects::nonNull)
          .forEach(part -> order.addAll(byResource.getOrDefault(part, List.of())));
    }
  }
}

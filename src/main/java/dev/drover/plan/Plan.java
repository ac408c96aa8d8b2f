package dev.drover.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every action that was considered, by number, and what waits for what.
 *
 * @param ranking all resources, parents first, in the order in which they were given their places;
 *     whatever it does not name keeps the order of the configuration
 */
public record Plan(List<Action> actions, List<Edge> edges, List<String> ranking) {
  public static final Plan EMPTY = new Plan(List.of(), List.of());

  /** A plan for resources in the order of the configuration. */
  public Plan(List<Action> actions, List<Edge> edges) {
    this(actions, edges, List.of());
  }

  /** The actions that a transition carries out, by number. */
  public List<Action> executed() {
    return actions.stream().filter(Action::executed).toList();
  }

  /**
   * Whether there may be more to decide once it has been carried out. Without quorum, an instance
   * that cannot be stopped is told of again and again otherwise.
   */
  public boolean changesSomething() {
    return actions.stream().anyMatch(action -> action.executed() && !action.changesNothing());
  }

  /** Puts resources into the order in which they were given their places. */
  public Comparator<ResourceView> byRank() {
    Map<String, Integer> ranks = new HashMap<>();
    ranking.forEach(id -> ranks.put(id, ranks.size()));
    return Comparator.comparingInt(view -> ranks.getOrDefault(view.id(), ranks.size()));
  }
}

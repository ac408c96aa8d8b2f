package dev.drover.schedule.assess;

import dev.drover.model.Role;
import dev.drover.model.fact.Connection;
import dev.drover.model.fact.Launched;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.NodeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes are known to be up, by what has been read so far. Instances of a clone are numbered
 * in the order in which they are found, and what is found on a node that is down comes last.
 */
final class Reach {
  private final NodeTable nodes;

  /** By node, the resources that must be up for it to be up: its connection and its launchers. */
  private final Map<String, Set<String>> needs = new HashMap<>();

  private final Map<String, Role> roles = new HashMap<>();

  Reach(NodeTable nodes) {
    this.nodes = nodes;
  }

  /** Looks which node hangs on which resources. */
  void learn(RuleSession session) {
    needs.clear();
    Map<String, Set<String>> launchers = new HashMap<>();
    for (Launched fact : session.facts(Launched.class)) {
      launchers.computeIfAbsent(fact.resource(), r -> new HashSet<>()).add(fact.launcher());
    }
    for (Connection fact : session.facts(Connection.class)) {
      Set<String> needed = needs.computeIfAbsent(fact.node(), n -> new HashSet<>());
      needed.add(fact.resource());
      needed.addAll(launchers.getOrDefault(fact.resource(), Set.of()));
    }
  }

  /** Notes the role that a history gives a resource that is active. */
  void note(String resource, Role role) {
    roles.merge(resource, role, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /**
   * Whether it is a node's turn.
   *
   * @param node its id
   * @param first whether nothing has been concluded yet from what was read
   * @param sure whether all histories there count in the same way if the node turns out to be lost;
   *     a guest node's always do
   */
  boolean isReady(String node, boolean first, boolean sure) {
    NodeTable.Entry entry = nodes.byId(node);
    if (entry == null) {
      return false;
    }
    return switch (entry.kind()) {
      case MEMBER -> first;
      case GUEST -> isUp(node);
      case REMOTE -> sure && isUp(node);
    };
  }

  private boolean isUp(String node) {
    Set<String> needed = needs.getOrDefault(node, Set.of());
    return !needed.isEmpty()
        && needed.stream().allMatch(resource -> roles.get(resource) == Role.STARTED);
  }
}

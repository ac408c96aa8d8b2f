package dev.drover.schedule.tree;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Nodes by resource, a bit for each: that every resource is known on every node may be a million
 * facts.
 */
public final class NodeSets {
  private static final BitSet NONE = new BitSet();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, BitSet> sets = new HashMap<>();

  /** Adds a node to a resource's. */
  public void add(String resource, String node) {
    Integer number = numbers.get(node);
    if (number == null) {
      number = numbers.size();
      numbers.put(node, number);
    }
    sets.computeIfAbsent(resource, r -> new BitSet()).set(number);
  }

  public boolean has(String resource, String node) {
    Integer number = numbers.get(node);
    return number != null && sets.getOrDefault(resource, NONE).get(number);
  }

  /** Whether a resource has any node. */
  public boolean hasAny(String resource) {
    return sets.containsKey(resource);
  }

  /** Whether no resource has any. */
  public boolean isEmpty() {
    return sets.isEmpty();
  }
}

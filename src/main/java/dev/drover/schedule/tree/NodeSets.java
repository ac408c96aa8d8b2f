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

  private final NodeNumbers numbers = new NodeNumbers();
  private final Map<String, BitSet> sets = new HashMap<>();

  /** Adds a node to a resource's. */
  public void add(String resource, String node) {
    sets.computeIfAbsent(resource, r -> new BitSet()).set(numbers.give(node));
  }

  public boolean has(String resource, String node) {
    int number = numbers.of(node);
    return number != NodeNumbers.NONE && sets.getOrDefault(resource, NONE).get(number);
  }

  /** Whether no resource has any. */
  public boolean isEmpty() {
    return sets.isEmpty();
  }
}

package dev.drover.schedule.tree;

import java.util.BitSet;

/** Nodes for each resource of a decision; like {@link NodeSets}, but found by its number. */
public final class ItemNodes {
  private final NodeNumbers numbers = new NodeNumbers();
  private final PerItem<BitSet> sets = new PerItem<>();

  /** Adds a node to a resource's. */
  public void add(Item item, String node) {
    BitSet set = sets.get(item);
    if (set == null) {
      set = new BitSet();
      sets.put(item, set);
    }
    set.set(numbers.give(node));
  }

  public boolean has(Item item, String node) {
    BitSet set = sets.get(item);
    int number = set == null ? NodeNumbers.NONE : numbers.of(node);
    return set != null && number >= 0 && set.get(number);
  }

  /** Whether a resource has any node. */
  public boolean hasAny(Item item) {
    return sets.get(item) != null;
  }
}

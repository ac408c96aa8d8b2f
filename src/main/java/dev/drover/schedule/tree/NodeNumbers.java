package dev.drover.schedule.tree;

import java.util.HashMap;
import java.util.Map;

/** A small number for each node, so that many sets of nodes take a bit for each. */
final class NodeNumbers {
  /** The number of a node that has none. */
  static final int NONE = -1;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** A node's number, from 0; {@link #NONE} where it has none. */
  int of(String node) {
    return numbers.getOrDefault(node, NONE);
  }

  /** A node's number, a new one where it has none. */
  int give(String node) {
    Integer number = numbers.get(node);
    if (number == null) {
      number = numbers.size();
      numbers.put(node, number);
    }
    return number;
  }
}

package dev.drover.schedule.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One resource's steps with one key, at most one for each node, oldest first. A resource is looked
 * for on every node: where there are many, the step of a node is found without a look at each.
 */
final class SameKey {
  static final SameKey NONE = new SameKey();

  private static final int MANY = 8;

  private final List<Step> steps = new ArrayList<>(2);
  private int withoutNode;
  private @Nullable Map<String, Step> byNode;

  /** Oldest first. */
  List<Step> steps() {
    return steps;
  }

  void add(Step step) {
    steps.add(step);
    if (step.node == null) {
      withoutNode++;
    }
    if (steps.size() == MANY) {
      byNode = new HashMap<>();
      steps.forEach(this::index);
    } else {
      index(step);
    }
  }

  private void index(Step step) {
    if (byNode != null && step.node != null) {
      byNode.putIfAbsent(step.node, step);
    }
  }

  /**
   * The step for a node; with no node given, any. A step made before its node was known is the step
   * for the first node that asks for it.
   */
  @Nullable Step adopt(@Nullable String node) {
    if (node != null && withoutNode == 0 && byNode != null) {
      return byNode.get(node);
    }
    for (Step step : steps) {
      if (node == null || node.equals(step.node)) {
        return step;
      }
      if (step.node == null) {
        step.node = node;
        withoutNode--;
        if (byNode != null) {
          byNode.put(node, step);
        }
        return step;
      }
    }
    return null;
  }
}

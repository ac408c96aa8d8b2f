package dev.drover.schedule.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One resource's steps with one key, at most one for each node, oldest first. A resource is looked
 * for on every node: where there are many, the step of a node is found without a look at each.
 */
final class SameKey {
  private static final int MANY = 8;

  final String key;

  /** The resource's next key; null after the last. */
  @Nullable SameKey next;

  /** The task, where this is the usual key of steps that do not recur; else null. */
  @Nullable String plainTask;

  private final List<Step> steps = new ArrayList<>(2);
  private int withoutNode;
  private @Nullable Map<String, Step> byNode;

  /** A bit for each node that has a step; some have theirs in common. */
  private long hints;

  private @Nullable String timedTask;
  private Map<String, String> times = Map.of();

  SameKey(String key) {
    this.key = key;
  }

  /** Oldest first. */
  List<Step> steps() {
    return steps;
  }

  void add(Step step) {
    steps.add(step);
    if (step.node == null) {
      withoutNode++;
    } else {
      index(step, step.node);
    }
  }

  private void index(Step step, String node) {
    hints |= hint(node);
    if (byNode != null) {
      byNode.putIfAbsent(node, step);
    }
  }

  private static long hint(String node) {
    return 1L << node.hashCode();
  }

  /**
   * The step for a node; with no node given, any. A step made before its node was known is the step
   * for the first node that asks for it.
   */
  @Nullable Step adopt(@Nullable String node) {
    if (node != null && withoutNode == 0) {
      if ((hints & hint(node)) == 0) {
        return null;
      }
      if (steps.size() >= MANY) {
        return byNode().get(node);
      }
    }
    for (Step step : steps) {
      if (node == null || node.equals(step.node)) {
        return step;
      }
      if (step.node == null) {
        step.node = node;
        withoutNode--;
        index(step, node);
        return step;
      }
    }
    return null;
  }

  /** Made when first needed: mostly a resource is looked for once on each node, and that is all. */
  private Map<String, Step> byNode() {
    if (byNode == null) {
      byNode = new HashMap<>();
      for (Step step : steps) {
        if (step.node != null) {
          byNode.putIfAbsent(step.node, step);
        }
      }
    }
    return byNode;
  }

  /** A step's times: looked up once for all that are alike. */
  Map<String, String> times(Step step, Function<Step, Map<String, String>> timesOf) {
    if (!step.task.equals(timedTask)) {
      timedTask = step.task;
      times = timesOf.apply(step);
    }
    return times;
  }
}

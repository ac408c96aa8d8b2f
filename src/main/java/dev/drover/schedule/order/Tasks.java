package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.Map;

/**
 * How a collective's tasks, which begin and are then done, relate to a primitive's, which simply
 * happen.
 */
final class Tasks {
  private static final Map<String, String> DONE =
      Map.of(
          "start",
          "running",
          "stop",
          "stopped",
          "promote",
          "promoted",
          "demote",
          "demoted",
          "notify",
          "notified");
  private static final Map<String, String> BEGUN =
      Map.of("running", "start", "stopped", "stop", "promoted", "promote", "demoted", "demote");

  private Tasks() {}

  /** The task whose completion this one stands for; itself where it stands for none. */
  static String begun(String task) {
    return BEGUN.getOrDefault(task, task);
  }

  /** The task that says this one is done; itself where there is none. */
  static String done(String task) {
    return DONE.getOrDefault(task, task);
  }

  static boolean hasDone(String task) {
    return DONE.containsKey(task) || BEGUN.containsKey(task);
  }

  /**
   * What an instance does while its collective is at this step; for a notification, the task it is
   * about.
   */
  static String ofInstances(Step step, Item collective) {
    String task = step.parameters().getOrDefault(Notice.ABOUT, step.task);
    boolean primitives =
        Tree.isBundle(collective)
            || (!collective.members().isEmpty() && collective.members().get(0).isPrimitive());
    return primitives ? begun(task) : task;
  }
}

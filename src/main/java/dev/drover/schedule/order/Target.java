package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side of many relations names: a resource's task. Its steps are looked up once, as there
 * may be a million relations.
 */
final class Target {
  final Item item;

  /** The task as relations write it. */
  final String text;

  final TaskName name;

  /** What the next task of the resource stands for; null after the last. */
  @Nullable Target next;

  private final List<Step> steps;

  /**
   * What a task of a resource stands for.
   *
   * @param steps those of the task, which grow with those that are still to come
   */
  Target(Item item, String text, TaskName name, List<Step> steps) {
    this.item = item;
    this.text = text;
    this.name = name;
    this.steps = steps;
  }

  boolean is(String task) {
    return name.intervalMs() == 0 && name.task().equals(task);
  }

  /** The steps that it stands for, as far as there are any yet, oldest first; only to be read. */
  List<Step> steps() {
    return steps;
  }
}

package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.List;

/**
 * What one side of many relations names: a resource's task. Its steps are looked up once there are
 * any, as there may be a million relations.
 */
final class Target {
  final Item item;

  /** The task as relations write it. */
  final String text;

  final TaskName name;
  private List<Step> steps = List.of();

  Target(Item item, String text) {
    this.item = item;
    this.text = text;
    this.name = TaskName.of(item.id(), text);
  }

  boolean is(String task) {
    return name.intervalMs() == 0 && name.task().equals(task);
  }

  /** The steps that it stands for, as far as there are any yet, oldest first. */
  List<Step> steps(StepBook book) {
    if (steps.isEmpty()) {
      steps = book.of(item, name.task(), name.intervalMs());
    }
    return steps;
  }
}

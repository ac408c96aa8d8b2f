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
  private @Nullable List<Step> steps;

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
    if (steps == null) {
      steps = book.allOf(item, name.task(), name.intervalMs());
    }
    return steps;
  }
}

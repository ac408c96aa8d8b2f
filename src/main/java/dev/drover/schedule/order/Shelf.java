package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource's steps, by task and by key, each oldest first. A resource has few of either, so
 * that looking through a list is quicker than a map, of which there would be three for each.
 */
final class Shelf {
  /** How the resource stands; asked for with every step. */
  final Standing standing;

  /** The steps of a task, at any interval and under any key. */
  private record Task(String name, List<Step> steps) {}

  private final Item item;
  private final List<Task> tasks = new ArrayList<>(4);
  private final List<SameKey> keys = new ArrayList<>(4);
  private final List<Target> targets = new ArrayList<>(4);

  Shelf(Item item, Standing standing) {
    this.item = item;
    this.standing = standing;
  }

  /** The steps of a task at an interval, under their usual key; it may be that there are none. */
  SameKey alike(String task, long intervalMs) {
    if (intervalMs != 0) {
      return alike(StepBook.key(item.id(), task, intervalMs));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (task.equals(keys.get(i).plainTask)) {
        return keys.get(i);
      }
    }
    SameKey found = alike(StepBook.key(item.id(), task, 0));
    found.plainTask = task;
    return found;
  }

  /** The steps with a key; it may be that there are none. */
  SameKey alike(String key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).key.equals(key)) {
        return keys.get(i);
      }
    }
    SameKey made = new SameKey(key);
    keys.add(made);
    return made;
  }

  /** What a task, as relations write it, stands for. */
  Target target(String text) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).text.equals(text)) {
        return targets.get(i);
      }
    }
    TaskName name = TaskName.of(item.id(), text);
    Target target = new Target(item, text, name, alike(name.task(), name.intervalMs()).steps());
    targets.add(target);
    return target;
  }

  List<Step> ofTask(String name) {
    Task task = task(name);
    return task == null ? List.of() : task.steps;
  }

  private @Nullable Task task(String name) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).name.equals(name)) {
        return tasks.get(i);
      }
    }
    return null;
  }

  List<List<Step>> ofAllTasks() {
    return tasks.stream().map(Task::steps).toList();
  }

  void add(Step step, SameKey alike) {
    add(step, step.task);
    alike.add(step);
  }

  private void add(Step step, String name) {
    Task task = task(name);
    if (task == null) {
      task = new Task(name, new ArrayList<>(2));
      tasks.add(task);
    }
    task.steps.add(step);
  }

  /** Files a step under another task. */
  void move(Step step, String task) {
    ofTask(step.task).remove(step);
    add(step, task);
  }
}

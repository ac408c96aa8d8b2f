package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource's steps, by task and by key, each oldest first. A resource has few of either, so
 * that going from one to the next is quicker than a map, of which there would be three for each.
 */
final class Shelf {
  /** How the resource stands; asked for with every step. */
  final Standing standing;

  /** The steps of a task, at any interval and under any key. */
  private static final class Task {
    final String name;
    final List<Step> steps = new ArrayList<>(2);
    @Nullable Task next;

    Task(String name) {
      this.name = name;
    }
  }

  private final Item item;
  private @Nullable Task tasks;
  private @Nullable SameKey keys;
  private @Nullable Target targets;

  Shelf(Item item, Standing standing) {
    this.item = item;
    this.standing = standing;
  }

  /** The steps of a task at an interval, under their usual key; it may be that there are none. */
  SameKey alike(String task, long intervalMs) {
    if (intervalMs != 0) {
      return alike(StepBook.key(item.id(), task, intervalMs));
    }
    for (SameKey known = keys; known != null; known = known.next) {
      if (task.equals(known.plainTask)) {
        return known;
      }
    }
    SameKey found = alike(StepBook.key(item.id(), task, 0));
    found.plainTask = task;
    return found;
  }

  /** The steps with a key; it may be that there are none. */
  SameKey alike(String key) {
    for (SameKey known = keys; known != null; known = known.next) {
      if (known.key.equals(key)) {
        return known;
      }
    }
    SameKey made = new SameKey(key);
    made.next = keys;
    keys = made;
    return made;
  }

  /** What a task, as relations write it, stands for. */
  Target target(String text) {
    for (Target known = targets; known != null; known = known.next) {
      if (known.text.equals(text)) {
        return known;
      }
    }
    TaskName name = TaskName.of(item.id(), text);
    Target target = new Target(item, text, name, alike(name.task(), name.intervalMs()).steps());
    target.next = targets;
    targets = target;
    return target;
  }

  List<Step> ofTask(String name) {
    Task task = task(name);
    return task == null ? List.of() : task.steps;
  }

  private @Nullable Task task(String name) {
    for (Task known = tasks; known != null; known = known.next) {
      if (known.name.equals(name)) {
        return known;
      }
    }
    return null;
  }

  List<List<Step>> ofAllTasks() {
    List<List<Step>> all = new ArrayList<>();
    for (Task known = tasks; known != null; known = known.next) {
      all.add(known.steps);
    }
    return all;
  }

  void add(Step step, SameKey alike) {
    add(step, step.task);
    alike.add(step);
  }

  private void add(Step step, String name) {
    Task task = task(name);
    if (task == null) {
      task = new Task(name);
      task.next = tasks;
      tasks = task;
    }
    task.steps.add(step);
  }

  /** Files a step under another task. */
  void move(Step step, String task) {
    ofTask(step.task).remove(step);
    add(step, task);
  }
}

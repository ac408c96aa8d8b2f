package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One resource's steps, by task and by key, each oldest first. */
final class Shelf {
  /** How the resource stands; asked for with every step. */
  final Standing standing;

  private final Item item;
  private final Map<String, List<Step>> byTask = new HashMap<>(4);
  private final Map<String, SameKey> byKey = new HashMap<>(4);

  /** By task, those of steps that do not recur, which are asked for very often. */
  private final Map<String, SameKey> plain = new HashMap<>(4);

  private final List<Target> targets = new ArrayList<>(2);

  Shelf(Item item, Standing standing) {
    this.item = item;
    this.standing = standing;
  }

  /** The steps of a task at an interval, under their usual key; it may be that there are none. */
  SameKey alike(String task, long intervalMs) {
    if (intervalMs != 0) {
      return alike(StepBook.key(item.id(), task, intervalMs));
    }
    SameKey found = plain.get(task);
    if (found == null) {
      found = alike(StepBook.key(item.id(), task, 0));
      plain.put(task, found);
    }
    return found;
  }

  /** The steps with a key; it may be that there are none. */
  SameKey alike(String key) {
    return byKey.computeIfAbsent(key, SameKey::new);
  }

  /** What a task, as relations write it, stands for. */
  Target target(String text) {
    // a resource has few tasks
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

  List<Step> ofTask(String task) {
    return byTask.getOrDefault(task, List.of());
  }

  List<List<Step>> ofAllTasks() {
    return List.copyOf(byTask.values());
  }

  void add(Step step, SameKey alike) {
    byTask.computeIfAbsent(step.task, t -> new ArrayList<>(2)).add(step);
    alike.add(step);
  }

  /** Files a step under another task. */
  void move(Step step, String task) {
    ofTask(step.task).remove(step);
    byTask.computeIfAbsent(task, t -> new ArrayList<>(2)).add(step);
  }
}

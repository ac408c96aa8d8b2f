package dev.drover.schedule.order;

import dev.drover.plan.ActionKind;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All steps of one decision. The same key on the same node is the same step, however often it is
 * asked for; asking again can make it required, never the reverse, and judges anew whether it can
 * run.
 */
public final class StepBook {
  /**
   * One resource's steps, by task and by key, each oldest first; and the keys of tasks that do not
   * recur, which are asked for very often.
   */
  private record Shelf(
      Map<String, List<Step>> byTask, Map<String, SameKey> byKey, Map<String, String> keys) {
    static final Shelf EMPTY = new Shelf(Map.of(), Map.of(), Map.of());

    Shelf() {
      this(new HashMap<>(4), new HashMap<>(4), new HashMap<>(4));
    }

    String key(Item item, String task, long intervalMs) {
      return intervalMs == 0
          ? keys.computeIfAbsent(task, t -> StepBook.key(item.id(), t, 0))
          : StepBook.key(item.id(), task, intervalMs);
    }

    void add(Step step) {
      byTask.computeIfAbsent(step.task, t -> new ArrayList<>(2)).add(step);
      byKey.computeIfAbsent(step.key, k -> new SameKey()).add(step);
    }

    SameKey withKey(String key) {
      return byKey.getOrDefault(key, SameKey.NONE);
    }
  }

  private final OrderContext context;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Item, Shelf> shelves = new HashMap<>();
  private final Map<String, Step> withoutItem = new HashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  public StepBook(OrderContext context) {
    this.context = context;
  }

  /** The key of a resource's action, such as {@code web_monitor_10000}. */
  public static String key(String resource, String task, long intervalMs) {
    return resource + "_" + task + "_" + intervalMs;
  }

  /** Finds or makes a resource's step on a node; with no node given, any such step will do. */
  public Step step(
      Item item, String task, long intervalMs, @Nullable String node, boolean required) {
    String key = shelves.computeIfAbsent(item, i -> new Shelf()).key(item, task, intervalMs);
    return step(item, key, task, intervalMs, node, required);
  }

  /** As above, for a key that cannot be told from the task, such as a notification's. */
  public Step step(
      Item item,
      String key,
      String task,
      long intervalMs,
      @Nullable String node,
      boolean required) {
    Step found = shelf(item).withKey(key).adopt(node);
    Step step =
        found != null ? found : add(kindOf(task), key, item, task, intervalMs, node, required);
    require(step, required);
    judgeRunnable(step);
    return step;
  }

  /**
   * Finds or makes a resource's step that nobody carries out, such as a group's start.
   *
   * @param runnable marks it runnable; false leaves it as it is
   */
  public Step pseudo(Item item, String task, boolean required, boolean runnable) {
    return pseudo(item, key(item.id(), task, 0), task, required, runnable);
  }

  /** As above, for a key that cannot be told from the task. */
  public Step pseudo(Item item, String key, String task, boolean required, boolean runnable) {
    Step step = step(item, key, task, 0, null, required);
    step.pseudo = true;
    if (runnable) {
      step.runnable = true;
    }
    return step;
  }

  /** Finds or makes a point in the order that belongs to no resource. */
  public Step pseudo(String name) {
    Step step = withoutItem.get(name);
    return step != null ? step : addWithoutItem(ActionKind.PSEUDO, name, name, null);
  }

  /** Finds or makes the point at which a node has room again for what comes to it. */
  public Step roomFreed(String node) {
    Step step = pseudo("load_stopped_" + context.nodeName(node));
    step.node = node;
    step.required = true;
    return step;
  }

  /**
   * Finds or makes an action of the cluster on a node, such as its shutdown: {@code
   * do_shutdown-NAME}.
   */
  public Step cluster(String task, String node, boolean required) {
    String key = task + "-" + context.nodeName(node);
    Step found = withoutItem.get(key);
    Step step = found != null ? found : addWithoutItem(ActionKind.CLUSTER, key, task, node);
    step.required |= required;
    return step;
  }

  /**
   * Finds or makes the fencing of a node.
   *
   * @param verb what is asked of the device: {@code reboot}, {@code off}, {@code on}
   */
  public Step fence(String node, String verb, boolean required, @Nullable String reason) {
    String key = "stonith-" + context.nodeName(node) + "-" + verb;
    Step found = withoutItem.get(key);
    Step step = found != null ? found : addWithoutItem(ActionKind.FENCE, key, "stonith", node);
    if (found == null) {
      step.put("stonith_action", verb);
    }
    step.required |= required;
    if (reason != null) {
      step.because(reason);
    }
    return step;
  }

  /**
   * Remembers that a clone's instances are to be told of something, once it is known what is to be
   * done.
   */
  void add(Notice notice) {
    notices.add(notice);
  }

  List<Notice> notices() {
    return notices;
  }

  /** Turns a recurring operation that runs on a node into its cancellation. */
  public Step cancel(Item item, String task, long intervalMs, String node) {
    Step step = step(item, task, intervalMs, node, true);
    Shelf shelf = shelf(item);
    shelf.byTask.getOrDefault(task, List.of()).remove(step);
    shelf.byTask.computeIfAbsent("cancel", t -> new ArrayList<>(2)).add(step);
    step.put("operation", task);
    step.task = "cancel";
    step.required = true;
    return step;
  }

  /** All steps, oldest first; a step's number is its place in this list, from 1. */
  public List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** A resource's own steps of a task, at any interval and under any key, oldest first. */
  public List<Step> of(Item item, String task) {
    return shelf(item).byTask.getOrDefault(task, List.of());
  }

  /** All of a resource's own steps, oldest first. */
  public List<Step> of(Item item) {
    return shelf(item).byTask.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(step -> step.id))
        .toList();
  }

  /** A resource's own steps of a task at an interval, oldest first. */
  public List<Step> of(Item item, String task, long intervalMs) {
    Shelf shelf = shelf(item);
    return shelf == Shelf.EMPTY
        ? List.of()
        : shelf.withKey(shelf.key(item, task, intervalMs)).steps();
  }

  /** A resource's own steps with a key, oldest first. */
  public List<Step> withKey(Item item, String key) {
    return shelf(item).withKey(key).steps();
  }

  /** The newest step of a task, on a node if one is given; null where there is none. */
  public @Nullable Step find(Item item, String task, @Nullable String node) {
    List<Step> candidates = of(item, task);
    for (int i = candidates.size() - 1; i >= 0; i--) {
      Step step = candidates.get(i);
      if (node == null || node.equals(step.node)) {
        return step;
      }
    }
    return null;
  }

  private Shelf shelf(Item item) {
    return shelves.getOrDefault(item, Shelf.EMPTY);
  }

  private void require(Step step, boolean required) {
    if (step.item != null
        && step.node != null
        && !step.pseudo
        && step.intervalMs == 0
        && !context.standing(step.item).managed()) {
      step.required = false;
    } else if (required) {
      step.required = true;
    }
  }

  private void judgeRunnable(Step step) {
    Item item = step.item;
    if (step.pseudo || item == null) {
      return;
    }
    NodeFact node = context.node(step.node);
    if (node == null) {
      step.runnable = false;
    } else if (!step.remoteHands
        && ((!node.online() && (!node.isGuest() || node.reset())) || node.pending())) {
      step.runnable = false;
    } else if (!isUp(step.task) || context.undemanding().contains(item.id())) {
      step.reason = null;
      step.runnable = !node.isGuest() || node.fenceable();
    } else {
      String withheld = context.withheld().get(item.id());
      step.runnable = withheld == null;
      if (withheld != null) {
        step.reason = withheld;
      }
    }
  }

  private static boolean isUp(String task) {
    return task.equals("start") || task.equals("promote");
  }

  private static ActionKind kindOf(String task) {
    return switch (task) {
      case "clear_failcount", "lrm_delete" -> ActionKind.CLUSTER;
      default -> ActionKind.RESOURCE;
    };
  }

  private Step add(
      ActionKind kind,
      String key,
      Item item,
      String task,
      long intervalMs,
      @Nullable String node,
      boolean required) {
    Shelf shelf = shelves.computeIfAbsent(item, i -> new Shelf());
    List<Step> alike = shelf.withKey(key).steps();
    String shared = alike.isEmpty() ? key : alike.get(0).key;
    Step step = new Step(steps.size() + 1, kind, shared, item, task, intervalMs, node);
    step.required = required;
    step.remoteHands = task.equals("lrm_delete");
    steps.add(step);
    shelf.add(step);
    return step;
  }

  private Step addWithoutItem(ActionKind kind, String key, String task, @Nullable String node) {
    Step step = new Step(steps.size() + 1, kind, key, null, task, 0, node);
    steps.add(step);
    withoutItem.put(key, step);
    return step;
  }
}

package dev.drover.schedule.order;

import dev.drover.plan.ActionKind;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All steps of one decision. The same key on the same node is the same step, however often it is
 * asked for; asking again can make it required, never the reverse, and judges anew whether it can
 * run.
 */
public final class StepBook {
  private final OrderContext context;
  private final List<Step> steps = new ArrayList<>();
  private final List<Step> asMade = new ArrayList<>();
  private final PerItem<Shelf> shelves = new PerItem<>();
  private final Map<String, Step> withoutItem = new HashMap<>();
  private @Nullable NodeFact lastNode;
  private boolean anyRestart;
  private boolean anyProbe;
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
    Shelf shelf = shelf(item);
    return step(shelf, shelf.alike(task, intervalMs), item, task, intervalMs, node, required);
  }

  /** As above, for a key that cannot be told from the task, such as a notification's. */
  public Step step(
      Item item,
      String key,
      String task,
      long intervalMs,
      @Nullable String node,
      boolean required) {
    Shelf shelf = shelf(item);
    return step(shelf, shelf.alike(key), item, task, intervalMs, node, required);
  }

  private Step step(
      Shelf shelf,
      SameKey alike,
      Item item,
      String task,
      long intervalMs,
      @Nullable String node,
      boolean required) {
    Step step = alike.adopt(node);
    if (step == null) {
      step = new Step(steps.size() + 1, kindOf(task), alike, item, task, intervalMs, node);
      step.required = required;
      step.managed = shelf.standing.managed();
      anyRestart |= item.isPrimitive() && (task.equals("stop") || task.equals("demote"));
      anyProbe |= intervalMs == 0 && task.equals("monitor");
      step.remoteHands = task.equals("lrm_delete");
      steps.add(step);
      asMade.add(step);
      shelf.add(step, alike);
    }
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
    shelf(item).move(step, "cancel");
    step.put("operation", task);
    step.task = "cancel";
    step.required = true;
    return step;
  }

  /** All steps, oldest first; a step's number is its place in this list, from 1. */
  public List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /**
   * The same in the order in which they were made: near to each other are those that have much in
   * common.
   */
  List<Step> asMade() {
    return Collections.unmodifiableList(asMade);
  }

  /**
   * Puts the newest steps in the order of their nodes, as if they had been made node by node.
   * Nothing may come before or after them yet.
   *
   * @param from how many steps there were before them
   * @param nodes the nodes that they are for, in order
   */
  public void arrangeByNode(int from, List<String> nodes) {
    Map<String, List<Step>> byNode = new HashMap<>();
    nodes.forEach(node -> byNode.put(node, new ArrayList<>()));
    for (Step step : steps.subList(from, steps.size())) {
      Objects.requireNonNull(byNode.get(step.node)).add(step);
    }
    int at = from;
    for (String node : nodes) {
      for (Step step : Objects.requireNonNull(byNode.get(node))) {
        steps.set(at++, step);
        step.id = at;
      }
    }
  }

  /** Whether any primitive has a stop or a demotion, and so may be restarted. */
  boolean anyRestart() {
    return anyRestart;
  }

  /** Whether any resource is looked for anywhere. */
  boolean anyProbe() {
    return anyProbe;
  }

  /** A resource's own steps of a task, at any interval and under any key, oldest first. */
  public List<Step> of(Item item, String task) {
    Shelf shelf = shelves.get(item);
    return shelf == null ? List.of() : shelf.ofTask(task);
  }

  /** All of a resource's own steps, oldest first. */
  public List<Step> of(Item item) {
    return shelf(item).ofAllTasks().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(step -> step.id))
        .toList();
  }

  /** A resource's own steps of a task at an interval, oldest first. */
  public List<Step> of(Item item, String task, long intervalMs) {
    Shelf shelf = shelves.get(item);
    return shelf == null ? List.of() : shelf.alike(task, intervalMs).steps();
  }

  /** What a resource's task, as relations write it, stands for. */
  Target target(Item item, String text) {
    return shelf(item).target(text);
  }

  /** A resource's own steps with a key, oldest first. */
  public List<Step> withKey(Item item, String key) {
    return shelf(item).alike(key).steps();
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

  /** How a resource stands; the quickest where its steps are at hand. */
  public Standing standing(Item item) {
    return shelf(item).standing;
  }

  private Shelf shelf(Item item) {
    Shelf shelf = shelves.get(item);
    if (shelf == null) {
      shelf = new Shelf(item, context.standing(item));
      shelves.put(item, shelf);
    }
    return shelf;
  }

  private static void require(Step step, boolean required) {
    if (step.node != null && !step.pseudo && step.intervalMs == 0 && !step.managed) {
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
    NodeFact node = node(step.node);
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

  /** Mostly the node of the step before it. */
  private @Nullable NodeFact node(@Nullable String id) {
    if (lastNode == null || !lastNode.id().equals(id)) {
      lastNode = context.node(id);
    }
    return lastNode;
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

  private Step addWithoutItem(ActionKind kind, String key, String task, @Nullable String node) {
    Step step = new Step(steps.size() + 1, kind, new SameKey(key), null, task, 0, node);
    steps.add(step);
    asMade.add(step);
    withoutItem.put(key, step);
    return step;
  }
}

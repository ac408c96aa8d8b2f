package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a step amounts to: for a collective's step, what the same steps of its members add up to.
 */
final class Summary {
  private static final int NOTHING_TO_DO = Flags.OPTIONAL | Flags.RUNNABLE | Flags.PSEUDO;

  private static final Set<String> DONE_INSIDE =
      Set.of("promote", "promoted", "demote", "demoted", "notify", "notified");

  private final StepBook book;
  private final Tree tree;

  Summary(StepBook book, Tree tree) {
    this.book = book;
    this.tree = tree;
  }

  /**
   * The state of a step; a collective's step is brought up to date with its members' on the way.
   *
   * @param node counts only what happens on this node; null for anywhere
   */
  int flags(Step step, @Nullable String node) {
    Item item = step.item;
    if (item == null || item.isPrimitive()) {
      return Flags.of(step);
    }
    return item.isGroup() ? ofGroup(step, item, node) : ofInstances(step, item, node);
  }

  /**
   * The state of a step as the other end of a relation sees it. A clone's step on one node is as
   * required as the instance's there, but as runnable as any.
   */
  int flagsInOrder(Step step, @Nullable String otherNode) {
    int anywhere = flags(step, null);
    if (otherNode == null || step.item == null || !step.item.isClone()) {
      return anywhere;
    }
    return flags(step, otherNode) | (anywhere & Flags.RUNNABLE);
  }

  /**
   * Whether any instance both has to do and can do what a collective's step stands for.
   *
   * @param node counts only what happens on this node; null for anywhere
   */
  boolean anyBusy(Step step, Item collective, @Nullable String node) {
    return ofDoers(step, collective, node)
        .anyMatch(flags -> Flags.has(flags, Flags.RUNNABLE) && !Flags.has(flags, Flags.OPTIONAL));
  }

  /** Whether any instance could do what a collective's step stands for, and does not have to. */
  boolean anyIdle(Step step, Item collective) {
    return ofDoers(step, collective, null)
        .anyMatch(flags -> Flags.has(flags, Flags.RUNNABLE) && Flags.has(flags, Flags.OPTIONAL));
  }

  private IntStream ofDoers(Step step, Item collective, @Nullable String node) {
    String task = Tasks.ofInstances(step, collective);
    return doers(step, collective).stream()
        .map(instance -> book.find(instance, task, instance.isPrimitive() ? node : null))
        .filter(Objects::nonNull)
        .mapToInt(own -> flags(own, node));
  }

  private int ofGroup(Step step, Item group, @Nullable String node) {
    int flags = NOTHING_TO_DO;
    for (Item member : group.members()) {
      String task = member.isPrimitive() ? Tasks.begun(step.task) : step.task;
      Step own = book.find(member, task, node);
      if (own == null) {
        if (!task.equals("stop") && !task.equals("demote")) {
          flags &= ~Flags.RUNNABLE;
        }
        continue;
      }
      int ownFlags = flags(own, node);
      if (!Flags.has(ownFlags, Flags.OPTIONAL)) {
        flags &= ~Flags.OPTIONAL;
        step.required = true;
      }
      if (!task.equals(step.task)
          && Flags.has(flags, Flags.RUNNABLE)
          && !Flags.has(ownFlags, Flags.RUNNABLE)) {
        flags &= ~Flags.RUNNABLE;
        step.runnable = false;
      }
    }
    return flags;
  }

  /** A bundle's containers start and stop; all else is done by what runs inside them. */
  private List<Item> doers(Step step, Item collective) {
    return Tree.isBundle(collective) && DONE_INSIDE.contains(step.task)
        ? tree.insidesOf(collective)
        : tree.instances(collective);
  }

  private int ofInstances(Step step, Item collective, @Nullable String node) {
    String task = Tasks.ofInstances(step, collective);
    int flags = NOTHING_TO_DO;
    boolean anyRunnable = false;
    for (Item instance : doers(step, collective)) {
      Step own = book.find(instance, task, instance.isPrimitive() ? node : null);
      if (own == null) {
        continue;
      }
      int ownFlags = flags(own, node);
      if (!Flags.has(ownFlags, Flags.OPTIONAL)) {
        flags &= ~Flags.OPTIONAL;
        step.required = true;
      }
      anyRunnable |= Flags.has(ownFlags, Flags.RUNNABLE);
    }
    if (!anyRunnable) {
      flags &= ~Flags.RUNNABLE;
      if (node == null) {
        step.runnable = false;
      }
    }
    return flags;
  }
}

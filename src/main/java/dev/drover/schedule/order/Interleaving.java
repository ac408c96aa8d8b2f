package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bond does to a clone: either instance by instance, each with the one of the other clone
 * that it shares a node with, or to the clone as a whole and all of its instances.
 */
final class Interleaving {
  private static final Set<String> ROLE_CHANGES =
      Set.of("promote", "promoted", "demote", "demoted");

  private record Side(Item collective, boolean current) {}

  private final StepBook book;
  private final Tree tree;
  private final Summary summary;
  private final Propagation propagation;
  private final Effects effects;
  private final Map<Side, Map<String, Item>> instances = new HashMap<>();

  Interleaving(
      StepBook book, Tree tree, Summary summary, Propagation propagation, Effects effects) {
    this.book = book;
    this.tree = tree;
    this.summary = summary;
    this.propagation = propagation;
    this.effects = effects;
  }

  int apply(Step first, Step then, @Nullable String node, int flags, int filter, int bond) {
    if (then.item == null) {
      return Propagation.NOTHING;
    }
    if (first.item != null && interleaves(first.item, then, then.item)) {
      return pairwise(first, first.item, then, then.item, node, filter, bond);
    }
    int changed = effects.toPair(first, then, flags, filter, bond);
    for (Item instance : tree.instances(then.item)) {
      changed |= toInstance(instance, first, then, node, flags, filter, bond);
    }
    return changed;
  }

  private static boolean interleaves(Item firstItem, Step then, Item thenItem) {
    if (firstItem == thenItem || !Tree.hasInstances(firstItem) || !Tree.hasInstances(thenItem)) {
      return false;
    }
    boolean goesDown = then.isTask("stop") || then.isTask("demote");
    return Tree.interleaves(goesDown ? firstItem : thenItem);
  }

  private int toInstance(
      Item instance,
      Step first,
      Step then,
      @Nullable String node,
      int flags,
      int filter,
      int bond) {
    Step own = book.find(instance, then.task, node);
    if (own == null || !Flags.has(summary.flags(own, node), Flags.RUNNABLE)) {
      return Propagation.NOTHING;
    }
    int changed = effects.on(instance, first, own, node, flags, filter, bond);
    if (Flags.has(changed, Propagation.THEN)) {
      propagation.updateAfter(own);
    }
    return changed;
  }

  private int pairwise(
      Step first,
      Item firstClone,
      Step then,
      Item thenClone,
      @Nullable String node,
      int filter,
      int bond) {
    String firstTask = Tasks.ofInstances(first, firstClone);
    boolean goesDown = first.isTask("stopped") || first.isTask("demoted");
    int changed = Propagation.NOTHING;
    for (Item thenInstance : tree.instances(thenClone)) {
      Item firstInstance = partner(thenInstance, firstClone, goesDown);
      if (firstInstance == null) {
        if (!goesDown
            && Bonds.has(bond, Bonds.FIRST_MUST_RUN | Bonds.FIRST_REQUIRES_THEN)
            && withdraw(thenInstance)) {
          changed |= Propagation.THEN;
        }
        continue;
      }
      Step ownFirst =
          find(firstInstance, firstTask, node, !first.isTask("stop") && !first.isTask("stopped"));
      Step ownThen = find(thenInstance, then.task, node, ROLE_CHANGES.contains(then.task));
      if (ownFirst == null || ownThen == null) {
        continue;
      }
      if (ownFirst.precedes(ownThen, bond)) {
        changed |= Propagation.FIRST | Propagation.THEN;
      }
      changed |=
          effects.on(
              thenInstance, ownFirst, ownThen, node, summary.flags(ownFirst, node), filter, bond);
    }
    return changed;
  }

  /**
   * Others depend on what is inside a container, but it is the container that depends on others.
   */
  private @Nullable Step find(Item instance, String task, @Nullable String node, boolean inside) {
    Item within = inside ? tree.inside(instance) : null;
    return within == null ? book.find(instance, task, node) : book.find(within, task, null);
  }

  /**
   * The instance of a collective that shares a node with a resource, now or in future; null where
   * none does.
   */
  @Nullable Item partner(Item item, Item collective, boolean current) {
    Map<String, Item> byNode =
        instances.computeIfAbsent(new Side(collective, current), this::byNode);
    String node = current ? tree.currentNode(item) : tree.nextNode(item);
    if (node != null) {
      return byNode.get(node);
    }
    for (String any : tree.context.nodes().keySet()) {
      if (byNode.containsKey(any)) {
        return byNode.get(any);
      }
    }
    return null;
  }

  private Map<String, Item> byNode(Side side) {
    Map<String, Item> byNode = new HashMap<>();
    for (Item instance : tree.instances(side.collective())) {
      String node = side.current() ? tree.currentNode(instance) : tree.nextNode(instance);
      if (node != null && !tree.anyBlocked(instance)) {
        byNode.putIfAbsent(node, instance);
      }
    }
    return byNode;
  }

  /**
   * Takes an instance out of its place because what it depends on is not there; true where it had
   * one.
   */
  private boolean withdraw(Item instance) {
    boolean changed = false;
    for (Item primitive : instance.primitives().toList()) {
      changed |= tree.place(primitive).node() != null;
      tree.withdraw(primitive);
      for (Step step : book.of(primitive)) {
        if (step.isTask("stop")) {
          step.required = true;
        } else if (step.isTask("start") || (step.intervalMs > 0 && !isForStopped(step))) {
          step.runnable = false;
        }
      }
    }
    instances.clear();
    return changed;
  }

  private static boolean isForStopped(Step monitor) {
    return "7".equals(monitor.parameters().get("op_target_rc"));
  }
}

package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a step is done at all, and whether a link is one that anybody has to wait for. */
final class Inputs {
  private static final int NOTHING_BUT_ORDER =
      Bonds.ORDERED
          | Bonds.THEN_GRAPHS_FIRST
          | Bonds.FIRST_GRAPHS_THEN
          | Bonds.UNLESS_FIRST_WAITS_FOR_THEN;

  private final Tree tree;
  private final boolean hasGuests;

  Inputs(Tree tree) {
    this.tree = tree;
    this.hasGuests =
        tree.context.nodes().values().stream().anyMatch(node -> node.container() != null);
  }

  boolean isDone(Step step) {
    if (!step.runnable || (!step.required && !step.alwaysGraphed)) {
      return false;
    }
    if (step.intervalMs == 0 && !step.isTask("monitor") && !step.managed) {
      return false;
    }
    if (step.pseudo || step.isTask("stonith") || step.isTask("do_shutdown")) {
      return true;
    }
    NodeFact node = tree.context.node(step.node);
    if (node == null) {
      return false;
    }
    return step.remoteHands
        || (node.isGuest() && !node.reset())
        || (node.online() && !node.unclean());
  }

  /**
   * True where the step has to wait for the link's; a link found not to apply is disabled on the
   * way.
   */
  boolean isAwaited(Step step, Link link) {
    Step input = link.first;
    int bonds = link.bonds;
    if (bonds == Bonds.NONE || cannotComeInTime(input, bonds)) {
      return false;
    }
    if (Bonds.has(bonds, Bonds.UNLESS_FIRST_MIGRATES) && input.migratable) {
      return false;
    }
    boolean stop = input.isTask("stop");
    if (bonds == Bonds.ORDERED && input.migratable && stop) {
      return false;
    }
    if (bonds == Bonds.SAME_NODE_OR_TARGET) {
      return keepOrDisable(link, isOnNodeOrTarget(step, input));
    }
    if (bonds == Bonds.REQUIRED_ON_SAME_NODE) {
      boolean apart = input.node != null && step.node != null && !input.node.equals(step.node);
      return keepOrDisable(link, !apart && input.required);
    }
    if (stop
        && input.item != null
        && input.item != step.item
        && step.item != null
        && isLost(input.item, step.item)) {
      return false;
    }
    return input.required || input.alwaysGraphed || isDone(input);
  }

  private static boolean cannotComeInTime(Step input, int bonds) {
    if (input.runnable) {
      return false;
    }
    return (bonds & ~NOTHING_BUT_ORDER) == 0
        || Bonds.has(bonds, Bonds.MIN_RUNNABLE | Bonds.UNMIGRATABLE_THEN_BLOCKS_FIRST);
  }

  /**
   * Where a live migration comes to matters, not where it is started from; and only a required step
   * is waited for.
   */
  private boolean isOnNodeOrTarget(Step step, Step input) {
    if (step.item != null && step.isTask("migrate_to")) {
      return sameNode(input.node, tree.place(step.item).node());
    }
    return sameNode(input.node, step.node) && input.required;
  }

  private static boolean sameNode(@Nullable String one, @Nullable String other) {
    return one != null && Objects.equals(one, other);
  }

  private static boolean keepOrDisable(Link link, boolean keep) {
    if (!keep) {
      link.bonds = Bonds.NONE;
    }
    return keep;
  }

  /** A clone's shutdown does not wait for a failed instance that nobody manages. */
  private boolean isLost(Item input, Item item) {
    return item.isClone() && tree.context.standing(input).failed() && !tree.managed(input);
  }

  /**
   * True where waiting for a link's step would, through others, mean waiting for the step itself.
   */
  boolean closesLoop(Step step, Link link) {
    Set<Step> seen = new HashSet<>();
    ArrayDeque<Step> open = new ArrayDeque<>();
    if (!isAwaited(step, link)) {
      return false;
    }
    open.push(link.first);
    while (!open.isEmpty()) {
      Step current = open.pop();
      if (current == step) {
        return true;
      }
      if (seen.add(current)) {
        for (Link input : current.before()) {
          if (!seen.contains(input.first) && isAwaited(current, input)) {
            open.push(input.first);
          }
        }
      }
    }
    return false;
  }

  /** Disables links that nobody could ever wait for. */
  void disableInvalid(Step step) {
    if (!hasGuests && !step.doubtful) {
      return;
    }
    for (int i = step.before().size() - 1; i >= 0; i--) {
      Link link = step.before().get(i);
      if (isOnGuestOf(step, link)
          || (link.bonds == Bonds.SAME_NODE_OR_TARGET && breaksMigration(step, link))
          || (Bonds.has(link.bonds, Bonds.UNLESS_FIRST_WAITS_FOR_THEN) && closesLoop(step, link))) {
        link.bonds = Bonds.NONE;
      }
    }
  }

  /** What runs inside a guest node cannot be waited for by the resource that creates it. */
  private boolean isOnGuestOf(Step step, Link link) {
    if (!hasGuests
        || Bonds.has(link.bonds, Bonds.GUEST_ALLOWED)
        || link.first.item == null
        || link.first.node == null
        || step.item == null) {
      return false;
    }
    NodeFact node = tree.context.node(link.first.node);
    return node != null && step.item.id().equals(node.container());
  }

  private boolean breaksMigration(Step step, Link link) {
    return step.item != null && step.isTask("migrate_to") && closesLoop(step, link);
  }
}

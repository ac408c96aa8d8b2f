package dev.drover.schedule.order;

import dev.drover.schedule.order.Expansion.Sides;
import dev.drover.schedule.tree.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts probes, which find out whether a resource is active, before what depends on the answer: the
 * starts and restarts that its start would cause, and whatever is to wait for its stop.
 */
final class Probes {
  private static final int START = Bonds.ORDERED | Bonds.FIRST_MUST_RUN;

  private final StepBook book;
  private final Tree tree;
  private final Interleaving interleaving;
  private final List<Sides> onlyOrdering = new ArrayList<>();

  Probes(StepBook book, Tree tree, Interleaving interleaving) {
    this.book = book;
    this.tree = tree;
    this.interleaving = interleaving;
  }

  /**
   * Orders the probes, as far as more may follow from it than that a step waits.
   *
   * @param afterStop the relations in which something follows a stop
   */
  void order(List<Sides> afterStop) {
    if (!book.anyProbe()) {
      return;
    }
    if (book.anyRestart() || !allRunnable()) {
      for (Item root : tree.context.roots()) {
        root.primitives().forEach(this::beforeStartsAndRestarts);
      }
    }
    Set<Item> delicate = new HashSet<>();
    for (Sides sides : afterStop) {
      if (concernsProbes(sides) && !onlyOrders(sides)) {
        delicate.add(sides.first());
      }
    }
    for (Sides sides : afterStop) {
      if (concernsProbes(sides)) {
        if (delicate.contains(sides.first())) {
          beforeWhatFollowsStop(sides);
        } else {
          onlyOrdering.add(sides);
        }
      }
    }
  }

  /**
   * Orders the others, now that it is known what is done: mostly nothing of what would follow their
   * resources' stops, and there may be a million.
   */
  void orderSettled() {
    for (Sides sides : onlyOrdering) {
      if (sides.thenSteps().stream().anyMatch(step -> step.required || step.alwaysGraphed)) {
        beforeWhatFollowsStop(sides);
      }
    }
  }

  /** Nothing is restarted, and every answer will come: what waits for it need not be looked for. */
  private boolean allRunnable() {
    for (Step step : book.asMade()) {
      if (!step.runnable && step.intervalMs == 0 && step.isTask("monitor")) {
        return false;
      }
    }
    return true;
  }

  private List<Step> probesOf(Item primitive) {
    return book.of(primitive, "monitor", 0);
  }

  private void beforeStartsAndRestarts(Item primitive) {
    // What a start would restart is the same for all probes that it waits for.
    Map<Step, List<Step>> restarts = new HashMap<>();
    for (Step probe : probesOf(primitive)) {
      if (probe.runnable && !book.anyRestart()) {
        continue;
      }
      List<Link> links = probe.after();
      for (int i = links.size() - 1; i >= 0; i--) {
        Link link = links.get(i);
        if (!probe.runnable) {
          beforeInactiveInstances(probe, primitive, link);
        }
        restarts
            .computeIfAbsent(link.then, start -> restarts(primitive, start))
            .forEach(restart -> probe.precedes(restart, Bonds.ORDERED));
      }
    }
  }

  /** Active instances may go on, but none may start while it is not known how many there are. */
  private void beforeInactiveInstances(Step probe, Item primitive, Link link) {
    Step start = link.then;
    Item top = Tree.top(primitive);
    if (start.item != top
        || !Tree.hasInstances(top)
        || !start.isTask("start")
        || Bonds.has(link.made, Bonds.FIRST_MUST_RUN)) {
      return;
    }
    List<Link> links = start.after();
    for (int i = links.size() - 1; i >= 0; i--) {
      Step own = links.get(i).then;
      if (own.item != null
          && own.isTask("start")
          && Tree.top(own.item) == top
          && !isActive(own.item)) {
        probe.precedes(own, START);
      }
    }
  }

  private boolean isActive(Item item) {
    return item.primitives().anyMatch(primitive -> tree.context.standing(primitive).isActive());
  }

  /** Follows the starts and promotions that a start would require, to where something restarts. */
  private List<Step> restarts(Item primitive, Step from) {
    List<Step> restarts = new ArrayList<>();
    Set<Step> seen = new HashSet<>();
    ArrayDeque<Step> open = new ArrayDeque<>();
    open.push(from);
    while (!open.isEmpty()) {
      Step after = open.pop();
      if (!seen.add(after)) {
        continue;
      }
      addRestartOf(primitive, after, restarts);
      List<Link> links = after.after();
      Item item = after.item;
      boolean interleaved = item != null && Tree.hasInstances(item) && Tree.interleaves(item);
      Item partner =
          interleaved && item != null ? interleaving.partner(primitive, item, false) : null;
      for (Link link : links) {
        if (Bonds.has(link.made, Bonds.FIRST_REQUIRES_THEN)
            || leadsToMember(primitive, after, link.then, interleaved, partner)) {
          open.push(link.then);
        }
      }
    }
    return restarts;
  }

  private void addRestartOf(Item primitive, Step after, List<Step> restarts) {
    Item item = after.item;
    if (item == null || !item.isPrimitive() || item == primitive) {
      return;
    }
    String undone = after.isTask("start") ? "stop" : after.isTask("promote") ? "demote" : null;
    if (undone == null) {
      return;
    }
    for (Step step : book.of(item, undone, 0)) {
      if (!step.pseudo) {
        restarts.add(step);
      }
    }
  }

  private static boolean leadsToMember(
      Item primitive, Step after, Step next, boolean interleaved, @Nullable Item partner) {
    Item collective = after.item;
    Item member = next.item;
    return collective != null
        && member != null
        && !collective.isPrimitive()
        && primitive.parent() != collective
        && member.parent() == collective
        && !Tree.hasInstances(member)
        && (!interleaved || partner == member);
  }

  private static boolean concernsProbes(Sides sides) {
    return sides.bonds() != Bonds.NONE
        && !Bonds.has(sides.bonds(), Bonds.NOT_FOR_PROBES)
        && sides.first() != null
        && sides.first() != sides.then()
        && !sides.thenSteps().isEmpty();
  }

  /** Whether nothing follows from the links but that a step waits; see {@link Link#onlyOrders}. */
  private static boolean onlyOrders(Sides sides) {
    return bonds(sides) == Bonds.ORDERED && !Tree.hasInstances(sides.then());
  }

  private static int bonds(Sides sides) {
    int bonds = sides.bonds();
    return bonds == Bonds.REQUIRED_ON_SAME_NODE || bonds == Bonds.SAME_NODE_OR_TARGET
        ? bonds
        : Bonds.ORDERED | (bonds & (Bonds.UNLESS_FIRST_MIGRATES | Bonds.SAME_NODE));
  }

  /** Until a probe has answered, nobody knows whether there is anything to stop. */
  private void beforeWhatFollowsStop(Sides sides) {
    List<Step> thenSteps = sides.thenSteps();
    List<Step> probes = sides.first() == null ? List.of() : probesOf(sides.first());
    int bonds = bonds(sides);
    boolean always = thenSteps.stream().noneMatch(Probes::isOfNode);
    // no iterators here: there may be a million probes
    for (int i = 0; i < probes.size(); i++) {
      for (int j = 0; j < thenSteps.size(); j++) {
        if (always || matters(probes.get(i), thenSteps.get(j))) {
          probes.get(i).precedes(thenSteps.get(j), bonds);
        }
      }
    }
  }

  /** What is done to a node does not wait for every probe. */
  private static boolean isOfNode(Step then) {
    return then.isTask("stonith") || then.isTask("do_shutdown");
  }

  private static boolean matters(Step probe, Step then) {
    boolean sameNode = probe.node != null && probe.node.equals(then.node);
    if (then.isTask("stonith")
        && sameNode
        && "on".equals(then.parameters().get("stonith_action"))) {
      return false;
    }
    return !then.isTask("do_shutdown") || probe.node == null || then.node == null || sameNode;
  }
}

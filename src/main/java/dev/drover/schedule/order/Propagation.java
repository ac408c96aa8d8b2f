package dev.drover.schedule.order;

import dev.drover.schedule.tree.Item;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries "required", "cannot run" and "cannot migrate" along the links until nothing changes.
 *
 * <p>A change is followed at once, depth first, because the first cause to reach a step is the one
 * it is reported with. Beyond a fixed depth, which only long chains reach, a step waits in a queue
 * instead; so no chain can exhaust the stack.
 */
final class Propagation {
  private static final int MAX_DEPTH = 150;

  /** From this many links on, a step is not looked at as a whole each time one of them changes. */
  private static final int MANY = 64;

  /** What an effect changed; bits, since it may be both. */
  static final int NOTHING = 0;

  static final int FIRST = 1;
  static final int THEN = 2;

  private final StepBook book;
  private final Tree tree;
  private final Summary summary;
  private final Effects effects;
  private final Blocking blocking;
  private final ArrayDeque<Step> later = new ArrayDeque<>();
  private final ArrayDeque<Step> blockLater = new ArrayDeque<>();
  private final Set<Step> waiting = new HashSet<>();
  private int depth;

  Propagation(StepBook book, Tree tree) {
    this.book = book;
    this.tree = tree;
    this.summary = new Summary(book, tree);
    this.effects = new Effects(book, tree, summary, this);
    this.blocking = new Blocking(book, tree, this);
  }

  Interleaving interleaving() {
    return effects.interleaving();
  }

  /** Withholds what must be together with something that cannot run. */
  void blockColocated() {
    List<Step> steps = book.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      block(steps.get(i));
      drain();
    }
  }

  void run() {
    List<Step> steps = book.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      update(steps.get(i));
      drain();
    }
    tellOfBlocked();
    for (Step step : effects.decideFromNowOn()) {
      update(step);
      drain();
    }
    tellOfBlocked();
  }

  /** Told last, so that each step is reported with the cause that it has by itself. */
  private void tellOfBlocked() {
    for (List<Step> blocked = blocking.takeBlocked();
        !blocked.isEmpty();
        blocked = blocking.takeBlocked()) {
      blocked.forEach(this::updateAfter);
      drain();
    }
  }

  /** Brings all collectives' own steps up to date with their members' at the end. */
  void settleClones() {
    if (tree.context.roots().stream().flatMap(Item::all).noneMatch(Tree::hasInstances)) {
      return;
    }
    for (Step step : book.steps()) {
      if (Tree.hasInstances(step.item)) {
        summary.flags(step, null);
      }
    }
  }

  /**
   * Withholds what must be together with a step that cannot run; as deep as {@link #update} goes.
   */
  void block(Step step) {
    if (depth >= MAX_DEPTH) {
      blockLater.add(step);
      return;
    }
    depth++;
    blocking.blockDependents(step);
    depth--;
  }

  private void drain() {
    while (!later.isEmpty() || !blockLater.isEmpty()) {
      if (!blockLater.isEmpty()) {
        block(blockLater.remove());
      } else {
        Step step = later.remove();
        waiting.remove(step);
        update(step);
      }
    }
  }

  /** Applies all links in which a step waits for another. */
  void update(Step then) {
    update(then, null);
  }

  /** Applies all links of a step, or only the one that is given. */
  private void update(Step then, @Nullable Link only) {
    if (depth >= MAX_DEPTH) {
      if (waiting.add(then)) {
        later.add(then);
      }
      return;
    }
    depth++;
    int before = Flags.of(then);
    if (then.runnableNeeded > 0) {
      then.runnableFound = 0;
      then.runnable = false;
    }
    boolean changed = false;
    if (only != null) {
      changed = Flags.has(applyLink(only, then), THEN);
    } else {
      List<Link> links = then.before();
      for (int i = links.size() - 1; i >= 0; i--) {
        changed |= Flags.has(applyLink(links.get(i), then), THEN);
      }
    }
    if (then.runnableNeeded > 0) {
      changed = Flags.of(then) != before;
    }
    if (changed) {
      if (Flags.has(before, Flags.RUNNABLE) && !then.runnable) {
        block(then);
      }
      update(then);
      updateAfter(then);
    }
    depth--;
  }

  /**
   * Brings everything up to date that waits for a step. What waits for very many looks only at this
   * one, or each of the many would cost a look at all.
   */
  void updateAfter(Step step) {
    List<Link> links = step.after();
    for (int i = links.size() - 1; i >= 0; i--) {
      Step then = links.get(i).then;
      boolean waitsForMany = then.before().size() > MANY && then.runnableNeeded == 0;
      update(then, waitsForMany ? links.get(i) : null);
    }
  }

  private int applyLink(Link link, Step then) {
    if (link.onlyOrders()) {
      return NOTHING;
    }
    Step first = link.first;
    if (Bonds.has(link.bonds, Bonds.SAME_NODE) && isElsewhere(first, then)) {
      link.bonds = Bonds.NONE;
      return NOTHING;
    }
    if (first.item != null && Bonds.has(link.bonds, Bonds.THEN_CANCELS_FIRST) && then.required) {
      first.required = false;
    }
    Step awaited = awaited(first, then);
    int changed = NOTHING;
    if (awaited == first) {
      int firstFlags = summary.flagsInOrder(first, countsByNode(first) ? nodeOf(then) : null);
      int thenFlags = summary.flagsInOrder(then, countsByNode(then) ? nodeOf(first) : null);
      changed = effects.apply(first, then, firstFlags, thenFlags, link);
    } else if (awaited.precedes(then, link.bonds)) {
      changed = THEN;
      link.bonds = Bonds.NONE;
    }
    if (Flags.has(changed, FIRST)) {
      updateAfter(awaited);
      update(awaited);
    }
    return changed;
  }

  private boolean isElsewhere(Step first, Step then) {
    String firstNode = nodeOf(first);
    String thenNode = nodeOf(then);
    return firstNode != null && thenNode != null && !firstNode.equals(thenNode);
  }

  /** What a clone's step amounts to depends on where the other one is. */
  private static boolean countsByNode(Step step) {
    return step.item != null && step.item.isClone();
  }

  /** A group's start has no node of its own, but is where the group is to be. */
  private @Nullable String nodeOf(Step step) {
    if (step.item != null && step.item.isGroup() && step.isTask("start")) {
      return tree.nextNode(step.item);
    }
    return step.node;
  }

  /**
   * Whoever waits for a collective's action waits until it is done, and its instances have been
   * told. A bundle tells nobody by itself, so where it is to tell there is nothing better to wait
   * for than the action.
   */
  private Step awaited(Step first, Step then) {
    Item item = first.item;
    if (item == null
        || item.isPrimitive()
        || then.item == null
        || then.item == item
        || Tree.contains(item, then.item)
        || first.intervalMs > 0
        || first.isTask("notify")
        || first.isTask("notified")
        || !Tasks.hasDone(first.task)) {
      return first;
    }
    String done = Tasks.done(first.task);
    if (item.shape() != null && item.shape().notifies()) {
      Step told =
          newest(book.withKey(item, StepBook.key(item.id(), "confirmed-post_notify_" + done, 0)));
      return told == null ? first : told;
    }
    Step awaited = newest(book.of(item, done, 0));
    return awaited == null ? first : awaited;
  }

  private static @Nullable Step newest(List<Step> steps) {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }
}

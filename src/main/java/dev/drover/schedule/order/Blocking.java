package dev.drover.schedule.order;

import dev.drover.model.Role;
import dev.drover.model.fact.Colocation;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Withholds starts and promotions of what must be together with something that cannot reach its
 * role.
 */
final class Blocking {
  private final StepBook book;
  private final Tree tree;
  private final Propagation propagation;
  private final Map<String, List<Colocation>> byPrimary = new HashMap<>();
  private final List<Step> blocked = new ArrayList<>();

  Blocking(StepBook book, Tree tree, Propagation propagation) {
    this.book = book;
    this.tree = tree;
    this.propagation = propagation;
    for (Colocation colocation : tree.context.colocations()) {
      if (colocation.score().isInfinity()) {
        byPrimary.computeIfAbsent(colocation.primary(), id -> new ArrayList<>()).add(colocation);
      }
    }
  }

  /** What has been blocked since the last call: whatever waits for it has not been told yet. */
  List<Step> takeBlocked() {
    List<Step> taken = List.copyOf(blocked);
    blocked.clear();
    return taken;
  }

  void blockDependents(Step step) {
    boolean start = step.isTask("start");
    if (step.runnable
        || step.item == null
        || byPrimary.isEmpty()
        || !(start || step.isTask("promote"))) {
      return;
    }
    Item primary = step.item.top();
    for (Item member : primary.members()) {
      Step own = book.find(member, step.task, null);
      if (own == null || own.runnable) {
        return;
      }
    }
    for (Colocation colocation : withPrimary(primary)) {
      Item dependent = tree.context.item(colocation.dependent());
      if (dependent == null || (!start && colocation.primaryRole() != Role.PROMOTED)) {
        continue;
      }
      String task = colocation.dependentRole() == Role.PROMOTED ? "promote" : "start";
      block(dependent, task, "colocation with " + step.item.id());
    }
  }

  private List<Colocation> withPrimary(Item primary) {
    if (!primary.isGroup()) {
      return named(primary);
    }
    List<Colocation> all = new ArrayList<>(named(primary));
    primary.members().forEach(member -> all.addAll(named(member)));
    return all;
  }

  private List<Colocation> named(Item primary) {
    return byPrimary.getOrDefault(primary.id(), List.of());
  }

  private void block(Item item, String task, String reason) {
    List<Step> steps = book.of(item, task);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.runnable) {
        step.runnable = false;
        step.because(reason);
        propagation.block(step);
        propagation.update(step);
        blocked.add(step);
      }
    }
    for (Item member : item.members()) {
      block(member, task, reason);
    }
  }
}

package dev.drover.schedule.order;

import dev.drover.model.Role;
import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each {@link Bond} of one link does to the link's two steps. */
final class Effects {
  private final StepBook book;
  private final Tree tree;
  private final Summary summary;
  private final Propagation propagation;
  private final Interleaving interleaving;
  private final Set<Step> undecided = new LinkedHashSet<>();
  private boolean knowsWhatCanBeDone;

  Effects(StepBook book, Tree tree, Summary summary, Propagation propagation) {
    this.book = book;
    this.tree = tree;
    this.summary = summary;
    this.propagation = propagation;
    this.interleaving = new Interleaving(book, tree, summary, propagation, this);
  }

  Interleaving interleaving() {
    return interleaving;
  }

  /**
   * Marks that it is known from now on what cannot be done, and so what is required because of a
   * clone or bundle.
   *
   * @return the steps for which that was left open until now, to be brought up to date
   */
  Set<Step> decideFromNowOn() {
    knowsWhatCanBeDone = true;
    return undecided;
  }

  /** Applies all bonds of a link; returns what changed as bits of {@link Propagation}. */
  int apply(Step first, Step then, int firstFlags, int thenFlags, Link link) {
    String node = then.node;
    if (Bonds.has(link.bonds, Bonds.FIRST_REQUIRES_THEN_ON_SAME_NODE)) {
      link.bonds = link.bonds & ~Bonds.FIRST_REQUIRES_THEN_ON_SAME_NODE | Bonds.FIRST_REQUIRES_THEN;
      node = first.node;
    }
    int changed = Propagation.NOTHING;
    if (Bonds.has(link.bonds, Bonds.FIRST_REQUIRES_THEN)) {
      int requires = requires(first, then, firstFlags) ? 0 : Flags.OPTIONAL;
      if (then.item != null) {
        changed |=
            on(then.item, first, then, node, requires, Flags.OPTIONAL, Bonds.FIRST_REQUIRES_THEN);
      } else if (requires == 0 && !then.required) {
        then.required = true;
        changed |= Propagation.THEN;
      }
    }
    if (then.item != null && Bonds.has(link.bonds, Bonds.INTERMEDIATE_STOP)) {
      int filter = Flags.OPTIONAL | Flags.RUNNABLE;
      changed |= on(then.item, first, then, node, firstFlags, filter, Bonds.INTERMEDIATE_STOP);
    }
    if (Bonds.has(link.bonds, Bonds.THEN_REQUIRES_FIRST)) {
      if (first.item != null) {
        changed |=
            on(
                first.item,
                first,
                then,
                node,
                firstFlags,
                Flags.OPTIONAL,
                Bonds.THEN_REQUIRES_FIRST);
      } else if (!Flags.has(firstFlags, Flags.OPTIONAL) && first.runnable) {
        first.runnable = false;
        changed |= Propagation.FIRST;
      }
    }
    if (then.item != null && Bonds.has(link.bonds, Bonds.PROMOTED_THEN_REQUIRES_FIRST)) {
      int requires = firstFlags & Flags.OPTIONAL;
      changed |=
          on(
              then.item,
              first,
              then,
              node,
              requires,
              Flags.OPTIONAL,
              Bonds.PROMOTED_THEN_REQUIRES_FIRST);
    }
    if (Bonds.has(link.bonds, Bonds.MIN_RUNNABLE)) {
      changed |= count(then, firstFlags);
    }
    changed |= applyRunnable(first, then, node, firstFlags, link);
    applyGraphed(first, then, firstFlags, thenFlags, link.bonds);
    return changed | applyBlockedStop(first, then, link.bonds);
  }

  /**
   * Whether a step requires what comes after it. Nothing is required for instances that should do
   * something and cannot: they should in the next plan too, and what follows would be restarted
   * again and again. Where no instance is idle, what follows either waits for one that can, or
   * cannot stay.
   */
  private boolean requires(Step first, Step then, int firstFlags) {
    boolean required = !Flags.has(firstFlags, Flags.OPTIONAL);
    Item item = first.item;
    if (!required
        || item == null
        || !Tree.hasInstances(item)
        || then.item == item
        || (then.item != null && Tree.contains(item, then.item))) {
      return required;
    }
    if (!knowsWhatCanBeDone && summary.anyIdle(first, item)) {
      undecided.add(then);
      return false;
    }
    return !knowsWhatCanBeDone || summary.anyBusy(first, item, item.isClone() ? then.node : null);
  }

  private int applyRunnable(Step first, Step then, @Nullable String node, int flags, Link link) {
    Item item = then.item;
    if (item == null) {
      if (Bonds.has(link.bonds, Bonds.FIRST_MUST_RUN)
          && !Flags.has(flags, Flags.RUNNABLE)
          && then.runnable) {
        then.runnable = false;
        return Propagation.THEN;
      }
      return Propagation.NOTHING;
    }
    int changed = Propagation.NOTHING;
    if (Bonds.has(link.bonds, Bonds.NESTED_REMOTE_PROBE)) {
      if (!Flags.has(flags, Flags.RUNNABLE)
          && first.item != null
          && tree.context.standing(first.item).isActive()) {
        link.bonds = Bonds.NONE;
      } else {
        changed |= on(item, first, then, node, flags, Flags.RUNNABLE, Bonds.FIRST_MUST_RUN);
      }
    }
    if (Bonds.has(link.bonds, Bonds.FIRST_MUST_RUN)) {
      changed |= on(item, first, then, node, flags, Flags.RUNNABLE, Bonds.FIRST_MUST_RUN);
    }
    if (Bonds.has(link.bonds, Bonds.UNMIGRATABLE_THEN_BLOCKS_FIRST)) {
      changed |=
          on(item, first, then, node, flags, Flags.OPTIONAL, Bonds.UNMIGRATABLE_THEN_BLOCKS_FIRST);
    }
    if (Bonds.has(link.bonds, Bonds.FIRST_ELSE_THEN)) {
      changed |= on(item, first, then, node, flags, Flags.OPTIONAL, Bonds.FIRST_ELSE_THEN);
    }
    if (Bonds.has(link.bonds, Bonds.ORDERED) && Tree.hasInstances(item)) {
      changed |= on(item, first, then, node, flags, Flags.RUNNABLE, Bonds.ORDERED);
    }
    if (Bonds.has(link.bonds, Bonds.ASYMMETRIC)) {
      changed |= on(item, first, then, node, flags, Flags.RUNNABLE, Bonds.ASYMMETRIC);
    }
    return changed;
  }

  private static int count(Step then, int firstFlags) {
    if (then.item != null || !Flags.has(firstFlags, Flags.RUNNABLE)) {
      return Propagation.NOTHING;
    }
    then.runnableFound++;
    if (then.runnableFound < then.runnableNeeded || then.runnable) {
      return Propagation.NOTHING;
    }
    then.runnable = true;
    return Propagation.THEN;
  }

  private static void applyGraphed(
      Step first, Step then, int firstFlags, int thenFlags, int bonds) {
    if (first.runnable
        && Bonds.has(bonds, Bonds.FIRST_GRAPHS_THEN)
        && !Flags.has(firstFlags, Flags.OPTIONAL)) {
      then.alwaysGraphed = true;
    }
    if (Bonds.has(bonds, Bonds.THEN_GRAPHS_FIRST) && !Flags.has(thenFlags, Flags.OPTIONAL)) {
      first.alwaysGraphed = true;
    }
  }

  private int applyBlockedStop(Step first, Step then, int bonds) {
    int any = Bonds.FIRST_REQUIRES_THEN | Bonds.THEN_REQUIRES_FIRST | Bonds.INTERMEDIATE_STOP;
    if (!Bonds.has(bonds, any)
        || first.item == null
        || first.managed
        || !tree.blocked(first.item)
        || first.runnable
        || !first.isTask("stop")
        || !then.runnable) {
      return Propagation.NOTHING;
    }
    then.runnable = false;
    return Propagation.THEN;
  }

  /**
   * Applies one bond to the steps, and as far as the resource is a collective, to its members'
   * steps.
   */
  int on(Item item, Step first, Step then, @Nullable String node, int flags, int filter, int bond) {
    if (Tree.hasInstances(item)) {
      return interleaving.apply(first, then, node, flags, filter, bond);
    }
    int changed = toPair(first, then, flags, filter, bond);
    if (item.isGroup() && then.item != null) {
      changed |= toMembers(then.item, first, then, node, flags, filter, bond);
    }
    return changed;
  }

  /** What waits for the members is told only when all of them know why they wait. */
  private int toMembers(
      Item group, Step first, Step then, @Nullable String node, int flags, int filter, int bond) {
    int changed = Propagation.NOTHING;
    List<Step> told = new ArrayList<>();
    for (Item member : group.members()) {
      Step own = book.find(member, then.task, node);
      if (own != null) {
        int here = on(member, first, own, node, flags, filter, bond);
        changed |= here;
        if (Flags.has(here, Propagation.THEN)) {
          told.add(own);
        }
      }
    }
    told.forEach(propagation::updateAfter);
    return changed;
  }

  /** Applies one bond to two steps, and to nothing else. */
  int toPair(Step first, Step then, int flags, int filter, int bond) {
    int thenBefore = Flags.of(then);
    int firstBefore = Flags.of(first);
    boolean aboutRequired = Flags.has(filter, Flags.OPTIONAL);
    boolean aboutRunnable = Flags.has(filter, Flags.RUNNABLE);
    if (bond == Bonds.ASYMMETRIC) {
      asymmetric(first, then);
    } else if (bond == Bonds.THEN_REQUIRES_FIRST && then.required) {
      if (aboutRequired && !Flags.has(flags, Flags.OPTIONAL)) {
        Change.require(first, then);
      }
      if (Flags.has(flags, Flags.MIGRATABLE) && !then.migratable) {
        Change.unmigratable(first, then);
      }
    } else if (bond == Bonds.PROMOTED_THEN_REQUIRES_FIRST
        && aboutRequired
        && then.required
        && isPromoted(then)) {
      Change.require(first, then);
      if (!then.migratable) {
        Change.unmigratable(first, then);
      }
    } else if (bond == Bonds.UNMIGRATABLE_THEN_BLOCKS_FIRST && aboutRequired) {
      if (!then.migratable || !then.runnable) {
        Change.unrunnable(first, then);
      }
      if (then.required) {
        Change.require(first, then);
      }
    } else if (bond == Bonds.FIRST_ELSE_THEN && aboutRequired && !first.runnable) {
      Change.unmigratable(then, first);
      then.pseudo = false;
    } else if (bond == Bonds.FIRST_MUST_RUN
        && aboutRunnable
        && then.runnable
        && !Flags.has(flags, Flags.RUNNABLE)) {
      Change.unrunnable(then, first);
      Change.unmigratable(then, first);
    } else if (bond == Bonds.FIRST_REQUIRES_THEN
        && aboutRequired
        && !Flags.has(flags, Flags.OPTIONAL)
        && !first.migratable) {
      Change.require(then, first);
    } else if (bond == Bonds.INTERMEDIATE_STOP) {
      intermediateStop(first, then, aboutRequired, aboutRunnable);
    }
    int changed = Propagation.NOTHING;
    if (thenBefore != Flags.of(then)) {
      changed |= Propagation.THEN;
      if (then.item != null && then.item.parent() != null) {
        propagation.update(then);
      }
    }
    if (firstBefore != Flags.of(first)) {
      changed |= Propagation.FIRST;
    }
    return changed;
  }

  private boolean isPromoted(Step step) {
    return step.item != null && tree.role(step.item) == Role.PROMOTED;
  }

  private void asymmetric(Step first, Step then) {
    if (then.item == null || first.runnable) {
      return;
    }
    if (!then.required) {
      Role role = tree.role(then.item);
      if (role == Role.STOPPED && then.isTask("stop")) {
        return;
      }
      if (role.isActive() && then.isTask("start") && runsOnlyOn(then.item, then.node)) {
        return;
      }
    }
    Change.require(then, first);
    Change.unrunnable(then, first);
  }

  private boolean runsOnlyOn(Item item, @Nullable String node) {
    Standing standing = tree.context.standing(item);
    return standing.activeOn().size() == 1 && standing.isActiveOn(node);
  }

  private void intermediateStop(
      Step first, Step then, boolean aboutRequired, boolean aboutRunnable) {
    if (first.item == null || then.item == null) {
      return;
    }
    boolean restarts = aboutRequired && then.required;
    boolean cannotComeBack =
        aboutRunnable && !then.runnable && then.managed && first.item == then.item;
    if (!restarts && !cannotComeBack) {
      return;
    }
    if (first.runnable || then.required) {
      Change.require(first, then);
    }
    if (!then.migratable) {
      Change.unmigratable(first, then);
    }
    if (first.required && !first.runnable) {
      Change.unrunnable(then, first);
    }
  }
}

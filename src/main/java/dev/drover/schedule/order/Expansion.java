package dev.drover.schedule.order;

import dev.drover.model.Role;
import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns relations, which name resources and tasks, into links between the steps that these stand
 * for.
 */
final class Expansion {
  private final StepBook book;
  private final Tree tree;

  /** The bonds that came last: those of probes, which are most, are the very same. */
  private Set<Bond> lastBonds = Set.of();

  private int lastBits = Bonds.NONE;

  /** A relation with its resources looked up; the form in which probes, too, read it. */
  record Sides(
      @Nullable Item first,
      @Nullable Target firstTarget,
      @Nullable Step firstStep,
      @Nullable Item then,
      @Nullable Target thenTarget,
      @Nullable Step thenStep,
      int bonds) {

    boolean firstIs(String task) {
      return is(firstStep, firstTarget, task);
    }

    /** The steps that are to follow, as far as there are any yet. */
    List<Step> thenSteps() {
      if (thenStep != null) {
        return List.of(thenStep);
      }
      return thenTarget == null ? List.of() : thenTarget.steps();
    }

    boolean thenIs(String task) {
      return is(thenStep, thenTarget, task);
    }

    private static boolean is(@Nullable Step step, @Nullable Target target, String task) {
      return step == null
          ? target != null && target.is(task)
          : step.intervalMs == 0 && step.isTask(task);
    }
  }

  Expansion(StepBook book, Tree tree) {
    this.book = book;
    this.tree = tree;
  }

  /**
   * Links the steps, relation by relation in the order given.
   *
   * @return those of the relations in which something follows a stop
   */
  List<Sides> apply(List<Relation> relations) {
    List<Sides> afterStop = new ArrayList<>();
    for (Relation relation : relations) {
      Sides sides = sides(relation);
      link(sides, afterStop);
      for (Sides equivalent : migrationEquivalents(sides)) {
        link(equivalent, afterStop);
      }
    }
    return afterStop;
  }

  private void link(Sides sides, List<Sides> afterStop) {
    link(sides);
    if (sides.firstIs("stop")) {
      afterStop.add(sides);
    }
  }

  private Sides sides(Relation relation) {
    Step firstStep = relation.firstStep();
    Step thenStep = relation.thenStep();
    return new Sides(
        firstStep == null ? relation.first() : firstStep.item,
        target(relation.first(), relation.firstTask()),
        firstStep,
        thenStep == null ? relation.then() : thenStep.item,
        target(relation.then(), relation.thenTask()),
        thenStep,
        bits(relation.bonds()));
  }

  private @Nullable Target target(@Nullable Item item, @Nullable String task) {
    return item == null || task == null ? null : book.target(item, task);
  }

  private int bits(Set<Bond> bonds) {
    if (bonds != lastBonds) {
      lastBonds = bonds;
      lastBits = Bonds.of(bonds);
    }
    return lastBits;
  }

  /** What holds for starts and stops must hold as well where a live migration stands for them. */
  private List<Sides> migrationEquivalents(Sides sides) {
    Item first = sides.first;
    Item then = sides.then;
    if (first == null
        || then == null
        || first == then
        || Tree.contains(first, then)
        || Tree.contains(then, first)) {
      return List.of();
    }
    boolean firstMoves = tree.context.migratable().contains(first.id());
    if (!tree.context.migratable().contains(then.id())) {
      return List.of();
    }
    int plain = Bonds.ORDERED;
    int bonds = firstMoves ? plain | Bonds.UNLESS_FIRST_MIGRATES : plain;
    List<Sides> more = new ArrayList<>(2);
    if (sides.firstIs("start") && sides.thenIs("start")) {
      if (firstMoves) {
        more.add(with(first, "migrate_from", then, "migrate_to", plain));
      }
      more.add(with(first, "start", then, "migrate_to", bonds));
    } else if (sides.firstIs("stop") && sides.thenIs("stop")) {
      more.add(with(first, "stop", then, "migrate_to", bonds));
      if (isBeingMigrated(then)) {
        more.add(with(first, "stop", then, "migrate_from", bonds));
      }
    } else if (sides.firstIs("promote") && sides.thenIs("start")) {
      more.add(with(first, "promote", then, "migrate_to", plain));
    } else if (sides.firstIs("demote") && sides.thenIs("stop")) {
      more.add(with(first, "demote", then, "migrate_to", plain));
      if (isBeingMigrated(then)) {
        more.add(with(first, "demote", then, "migrate_from", plain));
      }
    }
    return more;
  }

  private Sides with(Item first, String firstTask, Item then, String thenTask, int bonds) {
    return new Sides(
        first, book.target(first, firstTask), null, then, book.target(then, thenTask), null, bonds);
  }

  private boolean isBeingMigrated(Item item) {
    return tree.context.standing(item).migrationTarget() != null;
  }

  private void link(Sides sides) {
    if (sides.first != null) {
      List<Step> firstSteps = firstSteps(sides, sides.first);
      List<Step> thenSteps = firstSteps.isEmpty() ? List.of() : sides.thenSteps();
      for (int i = 0; i < firstSteps.size(); i++) {
        link(firstSteps.get(i), thenSteps, sides);
      }
    } else if (sides.firstStep != null || sides.then != null) {
      link(sides.firstStep, sides.thenSteps(), sides);
    }
  }

  /**
   * A step that does not exist is made, and cannot run, unless its resource has nothing to do for
   * it.
   */
  private List<Step> firstSteps(Sides sides, Item first) {
    if (sides.firstStep != null) {
      return List.of(sides.firstStep);
    }
    Target target = sides.firstTarget;
    if (target == null) {
      return List.of();
    }
    List<Step> found = target.steps();
    if (!found.isEmpty() || first == sides.then) {
      return found;
    }
    TaskName name = target.name;
    Role role = tree.role(first);
    if ((role == Role.STOPPED && name.task().equals("stop"))
        || (role == Role.UNPROMOTED && name.task().equals("demote"))) {
      return List.of();
    }
    return List.of(book.step(first, name.task(), name.intervalMs(), null, false));
  }

  private static void link(@Nullable Step first, List<Step> thenSteps, Sides sides) {
    int bonds = sides.bonds;
    if (first != null && first.item == sides.then && first.migrationAbort) {
      bonds &= ~Bonds.FIRST_REQUIRES_THEN;
    }
    // no iterators here: there may be a million links
    for (int i = 0; i < thenSteps.size(); i++) {
      Step step = thenSteps.get(i);
      if (first != null) {
        first.precedes(step, bonds);
      } else if (Bonds.has(bonds, Bonds.FIRST_REQUIRES_THEN)) {
        step.runnable = false;
      }
    }
  }
}

package dev.drover.schedule.order;

import dev.drover.model.Role;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns relations, which name resources and tasks, into links between the steps that these stand
 * for.
 */
final class Expansion {
  private final StepBook book;
  private final Tree tree;

  /** A relation with its resources looked up; the form in which probes, too, read it. */
  record Sides(
      @Nullable Item first,
      @Nullable TaskName firstTask,
      @Nullable Step firstStep,
      @Nullable Item then,
      @Nullable TaskName thenTask,
      @Nullable Step thenStep,
      int bonds) {

    private Sides with(String newFirstTask, String newThenTask, int newBonds) {
      return new Sides(
          first,
          new TaskName(newFirstTask, 0),
          null,
          then,
          new TaskName(newThenTask, 0),
          null,
          newBonds);
    }

    boolean firstIs(String task) {
      return firstTask != null && firstTask.intervalMs() == 0 && firstTask.task().equals(task);
    }

    /** The steps that are to follow, as far as there are any yet. */
    List<Step> thenSteps(StepBook book) {
      if (thenStep != null) {
        return List.of(thenStep);
      }
      return then == null || thenTask == null
          ? List.of()
          : book.of(then, thenTask.task(), thenTask.intervalMs());
    }

    boolean thenIs(String task) {
      return thenTask != null && thenTask.intervalMs() == 0 && thenTask.task().equals(task);
    }
  }

  Expansion(StepBook book, Tree tree) {
    this.book = book;
    this.tree = tree;
  }

  /** Links the steps, relation by relation in the order given, and returns what was linked. */
  List<Sides> apply(List<Relation> relations) {
    List<Sides> all = new ArrayList<>(relations.size());
    for (Relation relation : relations) {
      Sides sides = sides(relation);
      all.add(sides);
      all.addAll(migrationEquivalents(sides));
    }
    all.forEach(this::link);
    return all;
  }

  private Sides sides(Relation relation) {
    Step firstStep = relation.firstStep();
    Step thenStep = relation.thenStep();
    Item first =
        firstStep != null && relation.first() == null
            ? firstStep.item
            : tree.item(relation.first());
    Item then =
        thenStep != null && relation.then() == null ? thenStep.item : tree.item(relation.then());
    return new Sides(
        first,
        taskName(first, relation.firstTask(), firstStep),
        firstStep,
        then,
        taskName(then, relation.thenTask(), thenStep),
        thenStep,
        Bonds.of(relation.bonds()));
  }

  private static @Nullable TaskName taskName(
      @Nullable Item item, @Nullable String task, @Nullable Step step) {
    if (step != null) {
      return new TaskName(step.task, step.intervalMs);
    }
    return item == null || task == null ? null : TaskName.of(item.id(), task);
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
        more.add(sides.with("migrate_from", "migrate_to", plain));
      }
      more.add(sides.with("start", "migrate_to", bonds));
    } else if (sides.firstIs("stop") && sides.thenIs("stop")) {
      more.add(sides.with("stop", "migrate_to", bonds));
      if (isBeingMigrated(then)) {
        more.add(sides.with("stop", "migrate_from", bonds));
      }
    } else if (sides.firstIs("promote") && sides.thenIs("start")) {
      more.add(sides.with("promote", "migrate_to", plain));
    } else if (sides.firstIs("demote") && sides.thenIs("stop")) {
      more.add(sides.with("demote", "migrate_to", plain));
      if (isBeingMigrated(then)) {
        more.add(sides.with("demote", "migrate_from", plain));
      }
    }
    return more;
  }

  private boolean isBeingMigrated(Item item) {
    return tree.context.standing(item).migrationTarget() != null;
  }

  private void link(Sides sides) {
    if (sides.first != null) {
      List<Step> firstSteps = firstSteps(sides, sides.first);
      List<Step> thenSteps = firstSteps.isEmpty() ? List.of() : sides.thenSteps(book);
      for (int i = 0; i < firstSteps.size(); i++) {
        link(firstSteps.get(i), thenSteps, sides);
      }
    } else if (sides.firstStep != null || sides.then != null) {
      link(sides.firstStep, sides.thenSteps(book), sides);
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
    TaskName name = sides.firstTask;
    if (name == null) {
      return List.of();
    }
    List<Step> found = book.of(first, name.task(), name.intervalMs());
    if (!found.isEmpty() || first == sides.then) {
      return List.copyOf(found);
    }
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

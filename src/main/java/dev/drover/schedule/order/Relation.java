package dev.drover.schedule.order;

import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That actions of one resource come before actions of another.
 *
 * <p>Each side names either a resource with a task, and so all its actions of that task, or one
 * action.
 *
 * @param first the resource whose action comes first; null where {@code firstStep} is given, or
 *     there is no such resource
 * @param firstTask {@code start}, or a key such as {@code web_monitor_10000}
 * @param bonds what follows from it; never empty
 */
public record Relation(
    @Nullable Item first,
    @Nullable String firstTask,
    @Nullable Step firstStep,
    @Nullable Item then,
    @Nullable String thenTask,
    @Nullable Step thenStep,
    Set<Bond> bonds) {
  /** That all of one resource's actions of a task come before all of another's. */
  public static Relation of(
      Item first, String firstTask, Item then, String thenTask, Bond bond, Bond... more) {
    return of(first, firstTask, then, thenTask, EnumSet.of(bond, more));
  }

  /** The same for bonds that many relations have in common. */
  public static Relation of(
      @Nullable Item first,
      String firstTask,
      @Nullable Item then,
      String thenTask,
      Set<Bond> bonds) {
    return new Relation(first, firstTask, null, then, thenTask, null, bonds);
  }

  /** That one action comes before all of a resource's actions of a task. */
  public static Relation of(Step first, @Nullable Item then, String thenTask, Set<Bond> bonds) {
    return new Relation(null, null, first, then, thenTask, null, bonds);
  }

  /** That all of a resource's actions of a task come before one action. */
  public static Relation of(@Nullable Item first, String firstTask, Step then, Set<Bond> bonds) {
    return new Relation(first, firstTask, null, null, null, then, bonds);
  }

  /** That one action comes before another. */
  public static Relation of(Step first, Step then, Set<Bond> bonds) {
    return new Relation(null, null, first, null, null, then, bonds);
  }
}

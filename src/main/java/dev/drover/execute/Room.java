package dev.drover.execute;

import dev.drover.model.fact.Bound;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Conduct;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How much more may be begun where the rules bound how much is under way at once. Fencing waits for
 * no room: the others wait for it.
 */
public final class Room {
  private static final Set<String> MIGRATION = Set.of("migrate_to", "migrate_from");

  private final Conduct conduct;

  /** Room within what the rules allow. */
  public Room(Conduct conduct) {
    this.conduct = conduct;
  }

  /** What an agent does or is to do. */
  public record Work(String task, @Nullable String node) {
    /** The work that an action asks for. */
    public static Work of(Action action) {
      return new Work(action.task(), action.node());
    }
  }

  /** Whether an action may begin while that is under way. */
  public boolean isFor(Action action, Collection<Work> underWay) {
    if (action.kind() != ActionKind.RESOURCE) {
      return true;
    }
    Work next = Work.of(action);
    return isFree(Bound.ACTIONS, underWay, work -> true)
        && isFree(Bound.ACTIONS_ON_NODE, underWay, work -> sharesNode(work, next))
        && (!isMigration(next)
            || isFree(
                Bound.MIGRATIONS_ON_NODE,
                underWay,
                work -> isMigration(work) && sharesNode(work, next)));
  }

  private boolean isFree(Bound bound, Collection<Work> underWay, Predicate<Work> counts) {
    int most = conduct.most(bound);
    return most == Integer.MAX_VALUE || underWay.stream().filter(counts).count() < most;
  }

  private static boolean isMigration(Work work) {
    return MIGRATION.contains(work.task());
  }

  private static boolean sharesNode(Work one, Work other) {
    return one.node() != null && one.node().equals(other.node());
  }
}

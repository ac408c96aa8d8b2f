package dev.drover.schedule.tree;

import dev.drover.model.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one primitive stands before anything is done, as the rules judged it.
 *
 * @param role the highest role it has anywhere
 * @param activeOn ids of the nodes it is active on; the first is where it counts as running
 * @param roles the role on each of those nodes, in the order in which they were found
 * @param failed counts as failed somewhere it is active
 * @param blocked must not be touched
 * @param startPending a start is under way
 * @param stopIfFailed after a failure it is stopped, not demoted
 * @param migrationSource while a live migration is under way, where from; else null
 * @param migrationTarget while a live migration is under way, where to; else null
 */
public record Standing(
    Role role,
    List<String> activeOn,
    Map<String, Role> roles,
    boolean managed,
    boolean maintenance,
    boolean failed,
    boolean blocked,
    boolean startPending,
    boolean stopIfFailed,
    @Nullable String migrationSource,
    @Nullable String migrationTarget) {
  /** A primitive that runs nowhere and is managed. */
  public static final Standing STOPPED =
      new Standing(
          Role.STOPPED, List.of(), Map.of(), true, false, false, false, false, false, null, null);

  /** The same where its unfinished live migration is given up. */
  public Standing withoutMigration() {
    return new Standing(
        role,
        activeOn,
        roles,
        managed,
        maintenance,
        failed,
        blocked,
        startPending,
        stopIfFailed,
        null,
        null);
  }

  /** The same, but not to be managed. */
  public Standing unmanaged() {
    return new Standing(
        role,
        activeOn,
        roles,
        false,
        maintenance,
        failed,
        blocked,
        startPending,
        stopIfFailed,
        migrationSource,
        migrationTarget);
  }

  public boolean isActive() {
    return !activeOn.isEmpty();
  }

  public boolean isActiveOn(@Nullable String node) {
    return node != null && activeOn.contains(node);
  }

  /** The node it counts as running on, or null. */
  public @Nullable String current() {
    return activeOn.isEmpty() ? null : activeOn.get(0);
  }
}

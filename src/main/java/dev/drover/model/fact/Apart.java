package dev.drover.model.fact;

import dev.drover.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a resource in one role must not share a node with another in its role; one of the two
 * directions.
 *
 * @param firstRole the role that the first gives up; null for any
 * @param nextRole the role that the other gains; null for any
 */
public record Apart(String first, @Nullable Role firstRole, String next, @Nullable Role nextRole) {
  /** The actions by which the first gives up its role. */
  public List<String> leaving() {
    return firstRole == Role.PROMOTED
        ? List.of("demote")
        : firstRole == Role.UNPROMOTED ? List.of("stop", "promote") : List.of("stop");
  }

  /** The actions by which the other gains its role. */
  public List<String> entering() {
    return nextRole == Role.PROMOTED
        ? List.of("promote")
        : nextRole == Role.UNPROMOTED ? List.of("start", "demote") : List.of("start");
  }
}

package dev.drover.schedule.resolve;

import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/** What a role in a constraint selects. */
final class Roles {
  private Roles() {}

  /** For a colocation or ticket: whatever is started, in whatever role, is meant by "started". */
  static @Nullable Role selected(@Nullable Role role) {
    return role == Role.STARTED || role == Role.UNKNOWN ? null : role;
  }

  /**
   * For a place: what is to be promoted must be there unpromoted first, so that "unpromoted"
   * selects both.
   */
  static @Nullable Role located(@Nullable Role role) {
    return role == Role.UNPROMOTED ? null : selected(role);
  }
}

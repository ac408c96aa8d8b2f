package dev.drover.raft;

import org.jspecify.annotations.Nullable;

/**
 * Who leads, as one member sees it.
 *
 * @param tenure where it does itself; else null
 * @param leader the other one, where it is known; else null
 */
record Standing(@Nullable Tenure tenure, @Nullable String leader) {
  static final Standing LOST = new Standing(null, null);
}

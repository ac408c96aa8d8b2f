package dev.drover.raft;

import org.jspecify.annotations.Nullable;

/** Another member leads, or none. The entry is not in the log and will not be. */
public final class NotLeaderException extends AppendException {
  private static final long serialVersionUID = 1;

  private final @Nullable String leader;

  NotLeaderException(@Nullable String leader) {
    super(
        leader == null
            ? "no leader is known here; maybe an election is on, or a majority is out of reach"
            : "the leader is `" + leader + "`");
    this.leader = leader;
  }

  /** Whom to ask; null where that is not known. */
  public @Nullable String leader() {
    return leader;
  }
}

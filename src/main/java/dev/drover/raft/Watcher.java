package dev.drover.raft;

import org.jspecify.annotations.Nullable;

/**
 * Is told who leads. Called by one thread, one call after the other, and only on a change; it
 * returns at once.
 */
public interface Watcher {
  /**
   * This member leads and has applied everything of earlier terms: an entry of its own term counts
   * already. A later call may name a later tenure without one to {@link #follows} in between.
   */
  void leads(Tenure tenure);

  /**
   * This member does not lead.
   *
   * @param leader who does; null where that is not known, or a majority is out of reach
   */
  void follows(@Nullable String leader);

  /**
   * Replication has ended on this member and will not go on by itself: a disk that fails, an
   * applier that throws. {@link #follows} with null came before.
   *
   * @param reason for people
   */
  void failed(String reason);
}

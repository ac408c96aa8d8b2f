package dev.drover.raft;

/**
 * What entries do. Called by one thread at a time, in the order of the log.
 *
 * <p>It must be deterministic: the same entries make the same state on every member, and no clock,
 * file or random number has a say in it. An exception ends the replication on this member, because
 * members that disagree are worse than members that stand still: an entry that asks for something
 * impossible is answered in the reply.
 */
public interface Applier {
  /**
   * Applies one entry that counts.
   *
   * @param index its place in the log; grows, with gaps
   * @return the reply to whoever appended it; may be empty
   */
  byte[] apply(long index, byte[] entry);

  /** All that was applied so far. */
  byte[] snapshot();

  /** Takes on what {@link #snapshot()} gave, here or on another member, in place of all it had. */
  void restore(byte[] snapshot);
}

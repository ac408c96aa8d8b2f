package dev.drover.raft;

/**
 * The applier, with how far it is. It outlives a group: the log that a survivor goes on with is the
 * one that it has applied already.
 */
final class Ledger {
  private static final byte[] NOTHING = {};

  private final Applier applier;
  private long last = Founding.INDEX;

  Ledger(Applier applier) {
    this.applier = applier;
  }

  /** Applies an entry once; one that was applied before gets an empty reply. */
  synchronized byte[] apply(long index, byte[] entry) {
    if (index <= last) {
      return NOTHING;
    }
    byte[] reply = applier.apply(index, entry);
    last = index;
    return reply;
  }

  /** Whether all that was applied is at or before the index. */
  synchronized boolean isWithin(long index) {
    return last <= index;
  }

  synchronized byte[] snapshot() {
    return applier.snapshot();
  }

  /** Whether a snapshot at this index says something new. */
  synchronized boolean isBehind(long index) {
    return last < index;
  }

  synchronized void restore(long index, byte[] snapshot) {
    applier.restore(snapshot);
    last = index;
  }
}

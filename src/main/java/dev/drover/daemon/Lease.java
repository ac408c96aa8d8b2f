package dev.drover.daemon;

import java.time.Duration;

/**
 * The time for which a leader counts on this node: it ends that long after the node asked for it,
 * not after an answer came, because answers can be late. For several threads.
 */
final class Lease {
  private final Moments moments;
  private final Duration length;

  /** 0 where it has not begun. */
  private long since;

  /** Has not begun. */
  Lease(Moments moments, Duration length) {
    this.moments = moments;
    this.length = length;
  }

  /** Begins now. */
  synchronized void begin() {
    since = moments.now();
  }

  /**
   * Begins again from when that was asked.
   *
   * @return false where it was not asked here, was asked before what was answered last, or too long
   *     ago
   */
  synchronized boolean renew(long asked) {
    boolean isNewer = asked > since && moments.isWithin(length, asked);
    since = isNewer ? asked : since;
    return isNewer;
  }

  /** Whether it has begun and is not over. */
  synchronized boolean holds() {
    return since > 0 && moments.isWithin(length, since);
  }
}

package dev.drover.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Moments of this process as numbers that others send back, so that it is known how old an answer
 * is by this machine's own time, however long it was on its way. Numbers of another process, be it
 * of this node, are taken for none: each process begins elsewhere. For several threads.
 */
final class Moments {
  private static final long FARTHEST = 1L << 61;

  private final InstantSource time;
  private final long zero;
  private final long first;

  /**
   * Begins now.
   *
   * @param time must not jump
   */
  Moments(InstantSource time, RandomGenerator random) {
    this.time = time;
    this.zero = 1 + random.nextLong(FARTHEST);
    this.first = now();
  }

  /** This moment: above 0, and higher later. */
  long now() {
    return zero + Duration.between(Instant.EPOCH, time.instant()).toNanos();
  }

  /** Whether a number is a moment of this process, and no longer ago than that. */
  boolean isWithin(Duration age, long number) {
    long now = now();
    return first <= number && number <= now && now - number <= age.toNanos();
  }
}

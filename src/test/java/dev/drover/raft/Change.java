package dev.drover.raft;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Wakes whoever waits for something to have happened. */
final class Change {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final long LOOK_AGAIN_MILLIS = 20;

  synchronized void happened() {
    notifyAll();
  }

  /** Waits until it is so; fails where that takes far too long. */
  synchronized void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen: " + what);
      }
      try {
        // not everything that is waited for wakes us
        wait(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}

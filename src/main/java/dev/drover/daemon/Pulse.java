package dev.drover.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Whether a node still takes up what comes: asks its loop, and remembers since when it owes the
 * answer. For several threads.
 */
final class Pulse implements BooleanSupplier {
  private final Executor loop;
  private final InstantSource time;
  private final Duration patience;
  private boolean answered = true;
  private Instant asked;

  /**
   * Has not asked yet.
   *
   * @param time must not jump
   * @param patience how long an answer may take
   */
  Pulse(Executor loop, InstantSource time, Duration patience) {
    this.loop = loop;
    this.time = time;
    this.patience = patience;
    this.asked = time.instant();
  }

  /** True unless an answer takes longer than it may; does not wait for it. */
  @Override
  public boolean getAsBoolean() {
    synchronized (this) {
      if (!answered) {
        return Duration.between(asked, time.instant()).compareTo(patience) <= 0;
      }
      answered = false;
      asked = time.instant();
    }
    loop.execute(this::answer);
    return true;
  }

  private synchronized void answer() {
    answered = true;
  }
}

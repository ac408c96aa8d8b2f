package dev.drover.net;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: each time twice as long up to a limit, and of that a
 * random part between a half and the whole, so that nodes do not call all at once.
 */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  /**
   * Begins with the first wait.
   *
   * @param first a millisecond or more
   * @param longest not below the first
   */
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "`" + first + "` to `" + longest + "`: expected 1 ms or more, and the longer one last");
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** The next wait, in whole milliseconds. */
  public synchronized Duration next() {
    long whole = next.toMillis();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    long half = (whole + 1) / 2;
    return Duration.ofMillis(half + random.nextLong(whole - half + 1));
  }

  /** Begins again with the first wait: an attempt has succeeded. */
  public synchronized void reset() {
    next = first;
  }
}

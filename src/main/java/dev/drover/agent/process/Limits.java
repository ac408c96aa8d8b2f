package dev.drover.agent.process;

import java.time.Duration;

/**
 * How much a supervisor lets programs take.
 *
 * @param atOnce how many programs run at the same time; 1 or more
 * @param waiting how many more may wait for their turn; 1 or more
 * @param outputBytes how much is kept of standard output, and as much of standard error
 * @param grace how long a program may take to end after it was told to, before it is killed
 */
public record Limits(int atOnce, int waiting, int outputBytes, Duration grace) {
  /** The most that a program is given to read: what a pipe holds before anybody reads from it. */
  static final int INPUT_BYTES = 64 * 1024;

  /** The longest that a program may run; a longer timeout is cut to it. */
  static final Duration LONGEST = Duration.ofDays(365);

  /** What fits one machine that runs so many programs at once. */
  public static Limits usual(int atOnce) {
    return new Limits(atOnce, 1000, 64 * 1024, Duration.ofSeconds(2));
  }
}

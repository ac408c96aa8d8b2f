package dev.drover.agent.process;

import java.time.Duration;

/**
 * How a program ended.
 *
 * @param how whether it ended by itself
 * @param code its exit code where it {@link How#EXITED}; 128 and the signal's number where a signal
 *     ended it; else −1
 * @param output standard output, cut to the supervisor's limit
 * @param errors standard error, cut likewise
 */
public record Ended(How how, int code, String output, String errors, Duration took) {
  /** Whether a program came to its own end. */
  public enum How {
    EXITED,
    TIMED_OUT,
    CANCELLED,
    /** There is no such program, or it may not be run; the reason is in the errors. */
    NOT_STARTED
  }
}

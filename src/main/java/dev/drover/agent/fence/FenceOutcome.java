package dev.drover.agent.fence;

import dev.drover.agent.process.Ended.How;
import java.time.Duration;

/**
 * How a fence agent ended.
 *
 * @param code its exit code where it ended by itself; else −1
 * @param reason why it failed, in the agent's words with passwords masked; empty where it did not
 * @param output what it printed, as it is: metadata and lists arrive here
 * @param took how long it ran
 */
public record FenceOutcome(How how, int code, String reason, String output, Duration took) {
  /** What a status is answered with for a node that has no power. */
  private static final int IS_OFF = 2;

  /** The outcome of something that never ran. */
  public static FenceOutcome notStarted(String reason) {
    return new FenceOutcome(How.NOT_STARTED, -1, reason, "", Duration.ZERO);
  }

  /** Whether the agent did what it was asked for. */
  public boolean isOk() {
    return how == How.EXITED && code == 0;
  }

  /** Whether a status was found out, be the node on or off. */
  public boolean isAnswered() {
    return how == How.EXITED && (code == 0 || code == IS_OFF);
  }

  /** Without the output, which may hold anything. */
  @Override
  public String toString() {
    return isOk() ? "done" : how + " " + code + ": " + reason;
  }
}

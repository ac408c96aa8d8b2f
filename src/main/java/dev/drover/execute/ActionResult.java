package dev.drover.execute;

/**
 * How an action ended.
 *
 * @param status whether it ran at all and to its end: 0 done, 2 timeout, 4 error, … as in the
 *     operation history
 * @param rc the agent's exit code; 0 for an action that no agent carries out
 * @param exitReason why it failed, in the agent's words; empty where it gave none
 */
public record ActionResult(int status, int rc, String exitReason) {
  /** The agent was let end. */
  public static final int DONE = 0;

  /** The agent was ended on purpose: nothing is known of how it would have ended. */
  public static final int CANCELLED = 1;

  /** The agent took longer than it was given. */
  public static final int TIMEOUT = 2;

  /** It could not be carried out at all. */
  public static final int ERROR = 4;

  /** An agent that ended with this exit code. */
  public static ActionResult exited(int rc) {
    return new ActionResult(DONE, rc, "");
  }

  /** True where the agent was let end and gave the exit code that was expected. */
  public boolean isAsExpected(int expectedRc) {
    return status == DONE && rc == expectedRc;
  }
}

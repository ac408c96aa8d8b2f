package dev.drover.model.fact;

/**
 * How an operation ended, whatever it was done to, where and when. There are few different ones,
 * and so a rule that asks for no more is asked once for each, not once for each result.
 *
 * @param operation as in {@link Happened}
 * @param status as in {@link Happened}
 * @param rc as in {@link Happened}
 * @param expected as in {@link Happened}
 */
public record Answer(String operation, int status, int rc, int expected) {
  /** How a result's operation ended. */
  public static Answer of(Happened happened) {
    return new Answer(happened.operation(), happened.status(), happened.rc(), happened.expected());
  }

  /** Whether a result's operation ended so. */
  public boolean isOf(Happened happened) {
    return rc == happened.rc()
        && expected == happened.expected()
        && status == happened.status()
        && operation.equals(happened.operation());
  }

  /** True where the agent answered what was expected. */
  public boolean asExpected() {
    return rc == expected;
  }

  /** True where the agent ran and answered. */
  public boolean isAnswer() {
    return Happened.isAnswer(operation, status);
  }

  @Override
  public String toString() {
    return "any " + operation + " that ended with " + rc + " (status " + status + ")";
  }
}

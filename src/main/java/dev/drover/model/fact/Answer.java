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
  /** Whether an operation with this outcome ended so. */
  public boolean isOf(String operation, int status, int rc, int expected) {
    return this.rc == rc
        && this.expected == expected
        && this.status == status
        && this.operation.equals(operation);
  }

  /** True where all went as expected, and nothing was moved. */
  public boolean isSmooth() {
    return status == 0
        && asExpected()
        && (rc == 0 || rc == 7 || rc == 8)
        && !operation.startsWith("migrate_");
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

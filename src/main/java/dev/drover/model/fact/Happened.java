package dev.drover.model.fact;

/**
 * The last result of one operation on one node, as it was recorded. Where an {@link AnswerEffect}
 * tells all of a history and nothing eventful was recorded of the resource, its results are no
 * facts.
 *
 * @param number its place among all results, from 0
 * @param track which history it belongs to: one recorded resource name on one node
 * @param resource the base name of the primitive
 * @param failName the name that fail counts of the resource go by
 * @param order its place in the history by when it ran, from 0
 * @param operation the operation's name; {@code probe} for a monitor that does not recur
 * @param status how it ended: −1 pending, 0 done, 1 cancelled, 2 timeout, 3 not supported, 4 error,
 *     5 hard error, 6 fatal error, 7 not installed, 8 not connected, 9 invalid, 10 no fence device,
 *     11 no secrets
 * @param rc the agent's exit code; a degraded result already counts as its healthy counterpart
 * @param expected the exit code that was expected; −1 where that is not known
 * @param changed when the result changed last, in seconds since 1970; 0 where not known
 * @param lastFailure whether this is the record that keeps the last failure
 * @param bundled whether the resource runs inside of a bundle's container
 * @param affected the operation that has to be done again where the parameters changed
 * @param change what became of the parameters it ran with
 */
public record Happened(
    int number,
    String track,
    String resource,
    String failName,
    String node,
    int order,
    String operation,
    long intervalMs,
    int status,
    int rc,
    int expected,
    long changed,
    boolean lastFailure,
    boolean bundled,
    String affected,
    ParameterChange change) {
  /** Facts are looked up by it over and over, and no other has it. */
  @Override
  public int hashCode() {
    return number;
  }

  /** True where the agent answered what was expected. */
  public boolean asExpected() {
    return rc == expected;
  }

  /** True where the agent ran and answered. */
  public boolean isAnswer() {
    return isAnswer(operation, status);
  }

  /** True for a monitor that does not recur. */
  public boolean isProbe() {
    return operation.equals("probe");
  }

  /** True for a probe that answered its question. */
  public boolean isPlainProbe() {
    return isProbe() && (rc == 0 || rc == 7 || rc == 8);
  }

  /** True for every operation that looks and changes nothing. */
  public boolean isMonitor() {
    return isProbe() || operation.equals("monitor");
  }

  /** True for a probe that could not even run, outside of a bundle. */
  public boolean isMasked() {
    return isProbe() && !bundled && (rc == 2 || rc == 5 || status == 7);
  }

  /** True for the operations from which a resource's state can be told. */
  public boolean changesState() {
    return changesState(operation);
  }

  static boolean isAnswer(String operation, int status) {
    return (status == 0 || status == 4) && changesState(operation);
  }

  private static boolean changesState(String operation) {
    return switch (operation) {
      case "probe",
          "monitor",
          "asyncmon",
          "start",
          "stop",
          "promote",
          "demote",
          "migrate_to",
          "migrate_from" ->
          true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return operation + " of " + track + " ended with " + rc + " (status " + status + ")";
  }
}

package dev.drover.plan;

/**
 * An action that was carried out, and how it ended.
 *
 * @param failed whether it ended otherwise than the plan expected
 * @param rc the exit code that the agent gave, or was pretended to give; 0 for anything but a
 *     resource's action
 */
public record Executed(Action action, boolean failed, int rc) {
  /** An action that went as the plan expected. */
  public static Executed done(Action action, int rc) {
    return new Executed(action, false, rc);
  }
}

package dev.drover.agent;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Unreloadable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended on a node.
 *
 * @param outcome whether it ran to its end, the exit code, and why it failed
 * @param output what the agent printed, cut to the supervisor's limit; metadata arrive here
 * @param took how long the agent ran, without waiting for its turn
 * @param unreloadable what of the resource only a restart changes; null where its agent cannot
 *     reload, or where that does not matter
 */
public record AgentResult(
    ActionResult outcome, String output, Duration took, @Nullable Unreloadable unreloadable) {
  /** A result that tells nothing of reloads. */
  public AgentResult(ActionResult outcome, String output, Duration took) {
    this(outcome, output, took, null);
  }

  /** The same, of a resource that can reload. */
  AgentResult with(Unreloadable others) {
    return new AgentResult(outcome, output, took, others);
  }
}

package dev.drover.agent;

import dev.drover.execute.ActionResult;
import java.time.Duration;

/**
 * How an operation ended on a node.
 *
 * @param outcome whether it ran to its end, the exit code, and why it failed
 * @param output what the agent printed, cut to the supervisor's limit; metadata arrive here
 * @param took how long the agent ran, without waiting for its turn
 */
public record AgentResult(ActionResult outcome, String output, Duration took) {}

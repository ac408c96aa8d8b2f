package dev.drover.agent.fence;

import java.util.concurrent.CompletableFuture;

/**
 * Port: calls fence agents.
 *
 * <p>{@code run} returns at once and throws nothing; the future gives exactly one outcome, on any
 * thread, and never an exception. An agent that overruns its timeout has been killed by then.
 */
@FunctionalInterface
public interface FenceAgent {
  /** Calls an agent. */
  CompletableFuture<FenceOutcome> run(FenceCall call);
}

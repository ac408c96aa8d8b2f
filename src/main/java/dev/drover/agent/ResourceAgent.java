package dev.drover.agent;

import java.util.function.Consumer;

/**
 * Port: the programs of one standard (OCF, systemd, LSB, compose, …).
 *
 * <p>{@code begin} returns at once and never throws for an operation that goes wrong: a missing
 * agent, a refused unit or an overrun timeout is a result. Each operation begun gives exactly one
 * result, on any thread, also after {@link Running#cancel}.
 */
@FunctionalInterface
public interface ResourceAgent {
  /** An operation that was begun. */
  interface Running {
    /** Ends it soon and with everything that it started; without effect where it has ended. */
    void cancel();
  }

  /** Sets an operation going. */
  Running begin(AgentCall call, Consumer<AgentResult> whenEnded);
}

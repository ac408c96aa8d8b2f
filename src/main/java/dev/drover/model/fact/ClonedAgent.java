package dev.drover.model.fact;

/**
 * That a clone has instances of an agent.
 *
 * @param resource the clone
 * @param standard the agent's standard ({@code ocf}, {@code lsb}, …)
 */
public record ClonedAgent(String resource, String standard) {}

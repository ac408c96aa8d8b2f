package dev.drover.model.fact;

/**
 * That one failure of a task counts as many failures as can be.
 *
 * @param task such as {@code stop}
 */
public record FatalFailure(String task) {}

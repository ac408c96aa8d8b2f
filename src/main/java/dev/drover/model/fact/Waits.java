package dev.drover.model.fact;

/**
 * That an operation waits before it runs for the first time.
 *
 * @param millis 0 or more
 */
public record Waits(Operation operation, long millis) {}

package dev.drover.model.fact;

/**
 * How long a fence device may take.
 *
 * @param millis above 0
 */
public record FencingTime(long millis) {}

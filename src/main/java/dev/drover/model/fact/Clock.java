package dev.drover.model.fact;

/**
 * The moment for which a decision is made.
 *
 * @param seconds since 1970
 */
public record Clock(long seconds) {}

package dev.drover.model.fact;

/**
 * After how long at most everything is looked at again, though nothing has happened.
 *
 * @param millis above 0
 */
public record LookAgain(long millis) {}

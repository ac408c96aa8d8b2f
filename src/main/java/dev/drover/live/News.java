package dev.drover.live;

/**
 * A line for people about what happened.
 *
 * @param index of the log entry that told it; lines of one entry share it
 * @param at when, in milliseconds since 1970
 */
public record News(long index, long at, String line) {}

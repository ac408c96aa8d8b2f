package dev.drover.model.fact;

/**
 * That a primitive was stopped because its node was shut down, and is kept for the node's return.
 *
 * @param since when the node was shut down, in seconds since 1970
 */
public record LockRecord(String resource, String node, long since) {}

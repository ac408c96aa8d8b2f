package dev.drover.model.fact;

/**
 * That a primitive is kept for a node that was shut down.
 *
 * @param since when the node asked to leave, in seconds since 1970
 */
public record ShutdownLock(String resource, String node, long since) {}

package dev.drover.model.fact;

/**
 * That a primitive is kept for a node that was shut down.
 */
public record ShutdownLock(String resource, String node) {}

package dev.drover.model.fact;

/**
 * That a resource starts, and is promoted, only after a node has been fenced.
 *
 * @param mustSucceed whether it cannot start where the fencing is not possible; only starts wait
 */
public record StartsAfterFencing(String resource, String node, boolean mustSucceed) {}

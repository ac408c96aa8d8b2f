package dev.drover.model.fact;

/**
 * How many failures of a primitive on a node count now.
 *
 * @param resource as in {@link Failures}
 */
public record FailCount(String resource, String node, int count) {}

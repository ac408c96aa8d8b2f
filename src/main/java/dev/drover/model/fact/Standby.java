package dev.drover.model.fact;

/**
 * That a node must not run resources.
 *
 * @param byFailure whether a failed operation caused it
 */
public record Standby(String node, boolean byFailure) {}

package dev.drover.model.fact;

/**
 * That a primitive counts as failed on a node.
 *
 * @param mustStop whether it must be stopped (and not only demoted) to recover
 */
public record Failed(String resource, String node, boolean mustStop) {}

package dev.drover.model.fact;

/**
 * How a clone's instances may share nodes.
 *
 * @param nodeMax how many may run on one node; 1 or more
 * @param differ whether one instance is not as good as another
 */
public record Spread(String resource, int nodeMax, boolean differ) {}

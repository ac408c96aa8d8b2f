package dev.drover.model.fact;

/**
 * That fencing a node stops a resource there.
 *
 * @param confirmed whether it counts as stopped only when the fencing is confirmed
 */
public record StoppedByFencing(String resource, String node, boolean confirmed) {}

package dev.drover.model.fact;

/**
 * That a resource which needs no fencing is active on a node that is known to be safe.
 *
 * @param order as in {@link Active}
 */
public record CleanlyActive(String resource, String node, int order) {}

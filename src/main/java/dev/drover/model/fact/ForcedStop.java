package dev.drover.model.fact;

/**
 * That a resource is stopped on a node, whether or not it is known to be active there.
 *
 * @param leftover left behind by a live migration, so that its stop does not touch the resource
 *     elsewhere
 */
public record ForcedStop(String resource, String node, boolean leftover) {}

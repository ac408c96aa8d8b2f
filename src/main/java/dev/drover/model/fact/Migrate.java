package dev.drover.model.fact;

/**
 * That a resource is moved live.
 *
 * @param source the id of the node that it comes from
 * @param target the id of the node that it goes to
 * @param underWay whether it has left its source already
 */
public record Migrate(String resource, String source, String target, boolean underWay) {}

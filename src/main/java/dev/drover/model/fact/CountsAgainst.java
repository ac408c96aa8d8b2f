package dev.drover.model.fact;

/**
 * That failures count against a resource on a node, when it is decided whether it may stay there.
 *
 * @param source what failed: the resource itself, or one that runs inside of it
 */
public record CountsAgainst(String resource, String source, String node, int count) {}

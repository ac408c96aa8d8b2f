package dev.drover.model.fact;

/**
 * That a resource is left as it is because a node that runs it could not be fenced if it were lost.
 */
public record Unguarded(String resource) {}

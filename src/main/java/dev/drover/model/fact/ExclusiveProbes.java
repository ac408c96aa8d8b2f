package dev.drover.model.fact;

/** That a resource is looked for only on nodes that a location constraint names for it. */
public record ExclusiveProbes(String resource) {}

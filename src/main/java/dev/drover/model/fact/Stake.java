package dev.drover.model.fact;

/** How much a node counts for a resource that is active there. */
public record Stake(String node, String resource, int value) {}

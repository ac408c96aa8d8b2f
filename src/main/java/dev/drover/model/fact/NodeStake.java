package dev.drover.model.fact;

/** How much a node counts for all that is active there. */
public record NodeStake(String node, int value) {}

package dev.drover.model.fact;

/** That the history on a node can be cleaned up. */
public record Cleanable(String node) {}

package dev.drover.model.fact;

/** That a node is on its way in, and not ready. */
public record Pending(String node) {}

package dev.drover.model.fact;

/** That nothing was ever heard of a node. */
public record NeverReported(String node) {}

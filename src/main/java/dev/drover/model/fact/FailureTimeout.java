package dev.drover.model.fact;

/** How long failures of a primitive on a node count, in seconds. */
public record FailureTimeout(String resource, String node, long seconds) {}

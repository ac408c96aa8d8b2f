package dev.drover.model.fact;

/** That the fail count of a primitive on a node is to be reset. */
public record ClearFailures(String resource, String node, String reason) {}

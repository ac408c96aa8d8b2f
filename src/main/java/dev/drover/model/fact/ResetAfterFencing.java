package dev.drover.model.fact;

/** That the failures of a connection are forgotten only once the node behind it has been fenced. */
public record ResetAfterFencing(String resource, String node) {}

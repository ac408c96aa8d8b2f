package dev.drover.model.fact;

/** That what was recorded for a primitive on a node was done by another agent than the configured one. */
public record AgentReplaced(String track, String node) {}

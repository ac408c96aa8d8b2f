package dev.drover.model.fact;

/** That a resource must be stopped on a node because its agent was replaced. */
public record StopReplaced(String resource, String node) {}

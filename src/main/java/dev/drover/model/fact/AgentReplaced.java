package dev.drover.model.fact;

/**
 * That a node did something with a resource under its name through another agent than the
 * configured one.
 */
public record AgentReplaced(String resource, String node) {}

package dev.drover.model.fact;

/** That a resource must not be touched until somebody looks at it. */
public record Blocked(String resource, String why) {}

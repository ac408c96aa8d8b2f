package dev.drover.model.fact;

/** That a resource may not reach a higher role than it has. */
public record Frozen(String resource) {}

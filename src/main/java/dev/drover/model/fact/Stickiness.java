package dev.drover.model.fact;

/** How much a resource prefers to stay. */
public record Stickiness(String resource, int value) {}

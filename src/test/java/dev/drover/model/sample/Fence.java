package dev.drover.model.sample;

/** A derived fact of a later stage. */
public record Fence(String node, int spares) {}

package dev.drover.model.sample;

/** A derived fact of a later stage. */
public record Isolate(String node, int spares) {}

package dev.drover.model.fact;

/** Which node decides for the cluster. */
public record Coordinator(String node) {}

package dev.drover.model.fact;

/** The one node on which an active resource counts as running. */
public record RunsOn(String resource, String node) {}

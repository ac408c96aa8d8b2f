package dev.drover.model.fact;

/** That a resource takes over new parameters without being stopped. */
public record Reload(String resource, String node) {}

package dev.drover.model.fact;

/** That a failure of a primitive on a node blocks it, and so never expires. */
public record BlockingFailure(String resource, String node) {}

package dev.drover.model.fact;

/** That a primitive failed, and that this does not matter. */
public record FailureIgnored(String resource, String node) {}

package dev.drover.model.fact;

/** That an operation must be done again because its definition changed. */
public record Redefined(String resource, String operation, long intervalMs) {}

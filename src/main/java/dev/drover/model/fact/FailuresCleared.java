package dev.drover.model.fact;

/** That the failures of a primitive or instance on a node are to be forgotten. */
public record FailuresCleared(String resource, String node) {}

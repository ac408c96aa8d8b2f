package dev.drover.model.fact;

/** That a node is known from the history of a removed connection only. */
public record Leftover(String node) {}

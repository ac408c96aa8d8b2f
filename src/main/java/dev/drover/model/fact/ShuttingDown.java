package dev.drover.model.fact;

/** That a node asked to leave. */
public record ShuttingDown(String node) {}

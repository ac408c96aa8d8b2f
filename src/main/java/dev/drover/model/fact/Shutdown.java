package dev.drover.model.fact;

/** That a node is to be shut down in this plan. */
public record Shutdown(String node) {}

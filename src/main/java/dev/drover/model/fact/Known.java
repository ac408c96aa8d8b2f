package dev.drover.model.fact;

/** That the state of a resource on a node is known. */
public record Known(String resource, String node) {}

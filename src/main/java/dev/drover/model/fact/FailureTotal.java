package dev.drover.model.fact;

/** How many failures count against a resource on a node, those of what runs inside included. */
public record FailureTotal(String resource, String node, int count) {}

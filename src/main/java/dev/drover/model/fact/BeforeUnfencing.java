package dev.drover.model.fact;

/** That a resource does not run on a node while the node is unfenced. */
public record BeforeUnfencing(String resource) {}

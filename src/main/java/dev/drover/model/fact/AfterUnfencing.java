package dev.drover.model.fact;

/** That a resource starts, and is looked for, on a node only after the node has been unfenced. */
public record AfterUnfencing(String resource) {}

package dev.drover.model.fact;

/** That nothing is looked for on a node, as an operator asked. */
public record WithoutProbes(String node) {}

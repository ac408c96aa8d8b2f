package dev.drover.model.fact;

/** That resources are looked for on a node where their state is not known. */
public record ProbedNode(String node) {}

package dev.drover.model.fact;

/** That a resource is looked for on this node, and on no other that is not named likewise. */
public record ProbedOnlyOn(String resource, String node) {}

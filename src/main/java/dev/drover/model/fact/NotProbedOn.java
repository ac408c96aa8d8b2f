package dev.drover.model.fact;

/** That a resource is not looked for on a node. */
public record NotProbedOn(String resource, String node) {}

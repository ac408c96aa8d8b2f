package dev.drover.model.fact;

/** That a node can be given resources. */
public record Usable(String node) {}

package dev.drover.model.fact;

/** That a node is in the cluster and answers. */
public record Online(String node) {}

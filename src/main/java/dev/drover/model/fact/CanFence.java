package dev.drover.model.fact;

/** That the cluster is able and allowed to fence a node. */
public record CanFence(String node) {}

package dev.drover.model.fact;

/** That a node can be unfenced now. */
public record CanUnfence(String node) {}

package dev.drover.model.fact;

/** That a node must be unfenced before anything that needs it is done there. */
public record NeverUnfenced(String node) {}

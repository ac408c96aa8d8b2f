package dev.drover.model.fact;

/** That a resource is active on more than one node. */
public record MultiplyActive(String resource) {}

package dev.drover.model.fact;

/** That a resource which is active on several nodes is stopped only where it should not be. */
public record StopUnexpected(String resource) {}

package dev.drover.model.fact;

/** That a resource is gone with the guest node that it ran on. */
public record Lost(String resource, String node) {}

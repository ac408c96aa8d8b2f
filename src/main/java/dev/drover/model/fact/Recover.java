package dev.drover.model.fact;

/**
 * That a resource must be recovered, because that is how the guest node inside of it is made safe.
 */
public record Recover(String resource, String guest) {}

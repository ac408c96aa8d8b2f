package dev.drover.model.fact;

/**
 * That a primitive may run on one node only, because that node was or is being shut down.
 */
public record HeldFor(String resource, String node) {}

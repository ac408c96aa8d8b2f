package dev.drover.model.fact;

/**
 * That a resource starts on a node, or migrates to it, only when capacity there has become free.
 */
public record AwaitsRoom(String resource, String node) {}

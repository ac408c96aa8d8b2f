package dev.drover.model.fact;

/** That a resource, and everything in it, must not run on a node. */
public record Ban(String resource, String node, String reason) {}

package dev.drover.model.fact;

/** That a recurring operation runs on a node. */
public record Repeat(String resource, Operation operation, String node) {}

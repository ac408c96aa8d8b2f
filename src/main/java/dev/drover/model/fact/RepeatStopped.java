package dev.drover.model.fact;

/** That a recurring operation for the stopped role runs on a node. */
public record RepeatStopped(String resource, Operation operation, String node) {}

package dev.drover.model.fact;

/** That a remote or guest node can be given resources once its connection is placed. */
public record Reachable(String node) {}

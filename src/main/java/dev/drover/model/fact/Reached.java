package dev.drover.model.fact;

/** That the connection to a remote or guest node is to be up. */
public record Reached(String node) {}

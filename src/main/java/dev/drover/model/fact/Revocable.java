package dev.drover.model.fact;

/** That the doubt about a remote node is over as soon as its connection is placed somewhere. */
public record Revocable(String node) {}

package dev.drover.model.fact;

/** That an operator asked for a node to be fenced. */
public record TerminationRequested(String node) {}

package dev.drover.model.fact;

/** That an unclean remote node need not be fenced, because its connection is to be up. */
public record Cleared(String node) {}

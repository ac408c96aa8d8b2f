package dev.drover.model.fact;

/** That whatever runs on a node is left alone. */
public record InMaintenance(String node) {}

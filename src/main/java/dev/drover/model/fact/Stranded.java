package dev.drover.model.fact;

/** That a live migration left a resource without a node on which it can be completed. */
public record Stranded(String resource, String node) {}

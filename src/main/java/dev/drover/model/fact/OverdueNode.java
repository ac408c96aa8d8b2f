package dev.drover.model.fact;

/** That a node has been on its way in for too long. */
public record OverdueNode(String node) {}

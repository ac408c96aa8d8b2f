package dev.drover.model.fact;

import dev.drover.model.NodeKind;

/**
 * A node that may take part.
 *
 * @param order its place in the configuration, from 0
 */
public record Node(String id, String name, NodeKind kind, int order) {}

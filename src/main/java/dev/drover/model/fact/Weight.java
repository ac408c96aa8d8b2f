package dev.drover.model.fact;

import dev.drover.model.Score;

/**
 * A wish, or its opposite, of a resource for a node.
 *
 * @param reason what it comes from
 */
public record Weight(String resource, String node, Score score, String reason) {}

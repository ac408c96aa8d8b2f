package dev.drover.model.fact;

import dev.drover.model.Score;

/** A wish, or its opposite, of an instance to be promoted on a node. */
public record PromotionWeight(String resource, String node, Score score, String reason) {}

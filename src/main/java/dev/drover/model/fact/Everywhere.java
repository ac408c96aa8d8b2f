package dev.drover.model.fact;

import dev.drover.model.Score;

/** A wish, or its opposite, of a resource for every node. */
public record Everywhere(String resource, Score score, String reason) {}

package dev.drover.model.fact;

import dev.drover.model.Score;

/** What a resource thinks of a node that nothing speaks about. */
public record BaseScore(String resource, Score score) {}

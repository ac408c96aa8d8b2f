package dev.drover.model.fact;

import dev.drover.model.Score;

/** What all reports about a node's health come to. */
public record NodeHealth(String node, Score score) {}

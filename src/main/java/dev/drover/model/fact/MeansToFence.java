package dev.drover.model.fact;

/** That there is something to fence with. */
public record MeansToFence() {}

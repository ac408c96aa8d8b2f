package dev.drover.model.fact;

/** That a result is too old to count as a failure. */
public record Expired(Happened happened) {}

package dev.drover.model.fact;

/** That some resource asks for unfencing, or some device provides it. */
public record UnfencingUsed() {}

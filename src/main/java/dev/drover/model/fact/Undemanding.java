package dev.drover.model.fact;

/** That a resource may start without quorum and without anybody having been fenced. */
public record Undemanding(String resource) {}

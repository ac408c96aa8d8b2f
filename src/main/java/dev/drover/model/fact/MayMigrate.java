package dev.drover.model.fact;

/** That a resource may be moved live. */
public record MayMigrate(String resource) {}

package dev.drover.model.fact;

/** Which resource is banned when failures ban another. */
public record BanTarget(String resource, String target) {}

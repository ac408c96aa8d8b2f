package dev.drover.model.sample;

/** A derived fact. */
public record Usable(String node) {}

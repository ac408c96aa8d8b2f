package dev.drover.model.fact;

/** That a clone's instances cannot differ, whatever its options say. */
public record Alike(String resource) {}

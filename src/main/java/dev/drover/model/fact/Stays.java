package dev.drover.model.fact;

/** That a resource stays where it is and what it is, whatever its scores. */
public record Stays(String resource, String reason) {}

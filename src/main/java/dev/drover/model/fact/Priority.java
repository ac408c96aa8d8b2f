package dev.drover.model.fact;

/** How early a resource is placed: the higher, the earlier. */
public record Priority(String resource, int value) {}

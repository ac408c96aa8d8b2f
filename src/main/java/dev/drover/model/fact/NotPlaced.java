package dev.drover.model.fact;

/** That a resource is placed nowhere, whatever its scores. */
public record NotPlaced(String resource, String reason) {}

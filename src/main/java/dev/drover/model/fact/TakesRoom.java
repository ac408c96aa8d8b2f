package dev.drover.model.fact;

/** That a primitive takes some of the capacity of its node. */
public record TakesRoom(String resource) {}

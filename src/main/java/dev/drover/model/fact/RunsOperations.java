package dev.drover.model.fact;

/** That the recurring operations of a resource are looked after. */
public record RunsOperations(String resource) {}

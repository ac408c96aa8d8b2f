package dev.drover.model.fact;

/** That nothing about a resource itself keeps it from being moved live in this plan. */
public record Movable(String resource) {}

package dev.drover.model.fact;

/** That an operation is to run again and again. */
public record Recurring(Operation operation) {}

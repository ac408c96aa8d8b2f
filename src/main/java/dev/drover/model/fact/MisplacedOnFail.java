package dev.drover.model.fact;

/** That an on-fail option has a value that its operation cannot have. */
public record MisplacedOnFail(Operation operation) {}

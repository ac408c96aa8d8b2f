package dev.drover.model.fact;

/** That a resource is looked for nowhere. */
public record NotProbed(String resource) {}

package dev.drover.model.fact;

/** That a resource must be promoted anew, without being stopped. */
public record PromoteAgain(String resource) {}

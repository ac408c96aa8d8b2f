package dev.drover.model.fact;

/** That a failure is not forgotten before the node that it speaks of has been fenced. */
public record AwaitsFencing(Happened happened) {}

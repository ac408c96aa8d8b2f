package dev.drover.model.fact;

/** That a recurring operation is to be scheduled again, because its failure expired. */
public record Reschedule(Happened happened) {}

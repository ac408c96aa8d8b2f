package dev.drover.model.fact;

/** A result whose operation is compared with its configuration. */
public record CheckedRecord(String resource, Happened happened) {}

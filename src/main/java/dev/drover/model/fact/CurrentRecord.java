package dev.drover.model.fact;

/** A result since the resource was last started on the node where it is active. */
public record CurrentRecord(String resource, Happened happened) {}

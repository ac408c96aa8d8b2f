package dev.drover.model.fact;

/** That a remote or guest node's own report says that it is in maintenance. */
public record MaintenanceKnown(String node) {}

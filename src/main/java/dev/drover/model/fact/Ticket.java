package dev.drover.model.fact;

/**
 * A ticket as last reported.
 *
 * @param standby whether resources are to leave before it is given up
 */
public record Ticket(String id, boolean granted, boolean standby) {}

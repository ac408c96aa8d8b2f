package dev.drover.model.fact;

/**
 * That a ticket which some resource needs cannot be used.
 *
 * @param lost whether it is not granted; a granted one is in standby
 */
public record TicketMissing(String ticket, boolean lost) {}

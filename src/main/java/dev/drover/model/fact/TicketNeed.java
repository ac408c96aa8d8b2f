package dev.drover.model.fact;

import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * That a resource needs a ticket.
 *
 * @param id the constraint or set it comes from
 * @param resource the resource as configured
 * @param role the role that needs the ticket; null for any
 * @param lossPolicy {@code stop}, {@code demote}, {@code fence} or {@code freeze}; null for the
 *     default
 */
public record TicketNeed(
    String id, String resource, @Nullable Role role, String ticket, @Nullable String lossPolicy) {}

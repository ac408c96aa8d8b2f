package dev.drover.model.config;

import dev.drover.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a resource needs a ticket.
 *
 * @param resource null where sets are given
 * @param lossPolicy {@code stop}, {@code demote}, {@code fence} or {@code freeze}; null for the
 *     default
 */
public record TicketConstraint(
    String id,
    @Nullable String resource,
    @Nullable Role role,
    String ticket,
    @Nullable String lossPolicy,
    List<ResourceSet> sets) {}

package dev.drover.model.fact;

import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * That a primitive lacks a ticket.
 *
 * @param role the role that needs the ticket; null for any
 * @param policy what its loss means: {@code stop}, {@code demote}, {@code fence} or {@code freeze}
 * @param lost whether the ticket is not granted; a granted one is in standby
 */
public record WithoutTicket(
    String resource, String ticket, @Nullable Role role, String policy, boolean lost) {
  /** True where the ticket is needed to be promoted, and for nothing else. */
  public boolean isForPromotion() {
    return role == Role.PROMOTED;
  }
}

package dev.drover.model.fact;

/**
 * What the loss of a ticket means for a resource that needs it.
 *
 * @param policy {@code stop}, {@code demote}, {@code fence} or {@code freeze}
 */
public record LossPolicy(TicketNeed need, String policy) {}

package dev.drover.model.status;

import java.util.Map;

/**
 * A ticket as last reported.
 *
 * @param lastGranted seconds since 1970; −1 where it never was
 */
public record TicketState(
    String id,
    boolean granted,
    boolean standby,
    long lastGranted,
    Map<String, String> attributes) {}

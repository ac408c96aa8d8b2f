package dev.drover.model.fact;

/**
 * That no instance of a clone may be promoted.
 *
 * @param resource the clone
 */
public record NeverPromoted(String resource, String reason) {}

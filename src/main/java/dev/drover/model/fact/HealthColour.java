package dev.drover.model.fact;

/**
 * How bad a node's health is.
 *
 * @param colour {@code red} or {@code yellow}
 */
public record HealthColour(String node, String colour) {}

package dev.drover.model.fact;

/**
 * That a resource is left alone in this plan.
 *
 * @param maintenance whether maintenance is the reason
 */
public record LeftAlone(String resource, boolean maintenance) {}

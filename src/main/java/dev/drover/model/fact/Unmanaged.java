package dev.drover.model.fact;

/**
 * That a resource is not managed, by its options.
 *
 * @param maintenance whether maintenance is the reason
 */
public record Unmanaged(String resource, String baseName, boolean maintenance) {}

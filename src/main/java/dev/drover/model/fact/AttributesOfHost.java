package dev.drover.model.fact;

/**
 * That, where a resource runs on a guest node, the attributes of that guest's host count in place
 * of the guest's own.
 */
public record AttributesOfHost(String resource) {}

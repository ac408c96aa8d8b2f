package dev.drover.model.fact;

/**
 * That a resource was sent off to another node, and that this still matters.
 *
 * @param migration its departure
 */
public record Departed(Migration migration) {}

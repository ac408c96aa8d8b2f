package dev.drover.model.fact;

/**
 * That what a node's history says of an anonymous clone's member uses up none of the clone's
 * instances.
 *
 * @param resource the member's base name
 */
public record SurplusOn(String resource, String node) {}

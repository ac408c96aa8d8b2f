package dev.drover.model.fact;

/**
 * That a clone has so many instances, and no more.
 *
 * @param number 0 or more
 */
public record Instances(String resource, int number) {}

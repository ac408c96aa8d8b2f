package dev.drover.model.fact;

/**
 * That a resource is brought up and down with another, inside of which it runs.
 *
 * @param launcher what it runs inside of
 */
public record Launched(String resource, String launcher) {}

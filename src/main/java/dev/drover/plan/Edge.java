package dev.drover.plan;

/**
 * That an action waits for another.
 *
 * @param before the number of the action that comes first
 * @param after the number of the action that waits
 * @param inGraph whether the executed plan holds it
 */
public record Edge(int before, int after, boolean inGraph) {}

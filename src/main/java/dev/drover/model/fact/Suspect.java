package dev.drover.model.fact;

/**
 * That nobody knows what a node does, by what was last heard of it.
 *
 * @param reason the words of the report
 * @param lost whether it simply left, so that a priority delay applies to its fencing
 */
public record Suspect(String node, String reason, boolean lost) {}

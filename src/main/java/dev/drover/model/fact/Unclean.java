package dev.drover.model.fact;

/**
 * That nobody knows what a node does.
 *
 * @param reason the words of the report
 */
public record Unclean(String node, String reason, int rank, boolean lost) {}

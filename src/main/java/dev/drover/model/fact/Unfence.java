package dev.drover.model.fact;

/**
 * That a node is to be unfenced in this plan.
 *
 * @param reason the words of the report
 */
public record Unfence(String node, String reason) {}

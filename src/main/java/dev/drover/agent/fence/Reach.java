package dev.drover.agent.fence;

/**
 * Whether a device can fence a node.
 *
 * @param can whether it can, as far as is known
 * @param reason how that is known, as a sentence's second half; never empty
 */
public record Reach(boolean can, String reason) {}

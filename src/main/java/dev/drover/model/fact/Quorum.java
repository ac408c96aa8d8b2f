package dev.drover.model.fact;

/**
 * Whether the membership layer says that this part of the cluster has quorum.
 *
 * @param everHeld whether it had quorum at any time since it came up
 */
public record Quorum(boolean held, boolean everHeld) {}

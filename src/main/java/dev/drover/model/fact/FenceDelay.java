package dev.drover.model.fact;

/**
 * How long the device is to wait before it fences a node, whatever delay it is configured with.
 *
 * @param seconds at least 0
 */
public record FenceDelay(String node, long seconds) {}

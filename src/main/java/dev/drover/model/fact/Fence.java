package dev.drover.model.fact;

/**
 * That a node is to be fenced in this plan.
 *
 * @param action {@code reboot} or {@code off}
 * @param required false where it is only needed if something else is
 */
public record Fence(String node, String action, String reason, boolean required) {}

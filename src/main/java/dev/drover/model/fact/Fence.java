package dev.drover.model.fact;

/**
 * That a node is to be fenced in this plan.
 *
 * @param action {@code reboot} or {@code off}
 * @param reason the words of the report
 * @param rank where several reasons hold, the lowest is reported
 */
public record Fence(String node, String action, String reason, int rank) {}

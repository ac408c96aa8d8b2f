package dev.drover.live;

/**
 * A fencing that is over.
 *
 * @param target the node's name
 * @param action {@code off}, {@code reboot} or {@code on}
 * @param by the member or operator that asked for it
 * @param how by which device, or why it failed
 * @param at when it ended, in milliseconds since 1970
 */
public record FenceRecord(
    String target, String action, boolean done, String by, String how, long at) {}

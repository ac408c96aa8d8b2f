package dev.drover.live;

/**
 * A node to be fenced.
 *
 * @param number counted together with {@link Assignment#number}
 * @param target the node's name
 * @param action {@code off}, {@code reboot} or {@code on}
 * @param delayMs to be waited before, besides what the devices wait; in milliseconds, 0 or more
 * @param failures how often it was tried in vain before, 0 or more
 * @param timeoutMs how long a device may take, in milliseconds; 0 for as long as is usual
 */
public record FenceJob(
    Token token,
    long number,
    String target,
    String action,
    long delayMs,
    int failures,
    long timeoutMs) {}

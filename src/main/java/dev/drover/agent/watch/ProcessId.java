package dev.drover.agent.watch;

/**
 * One process, and not another that was given its number later.
 *
 * @param started when, in the kernel's ticks since the machine's start
 */
public record ProcessId(long pid, long started) {}

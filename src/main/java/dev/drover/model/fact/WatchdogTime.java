package dev.drover.model.fact;

/**
 * How long fencing waits for the watchdog of a node that no device is for.
 *
 * @param millis below 0 for as long as is needed; else above 0
 */
public record WatchdogTime(long millis) {}

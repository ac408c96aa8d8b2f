package dev.drover.model.fact;

/**
 * That a node has promised to reset itself by its watchdog once nobody counts on it any more.
 *
 * @param withinMs how long after that it has surely done so, in milliseconds
 */
public record ResetsItself(String node, long withinMs) {}

package dev.drover.model.fact;

/**
 * That a guest node cannot be looked into, because what it runs in is down or goes down.
 *
 * @param resource what the guest node runs in
 * @param stops whether it is up now
 */
public record Closed(String node, String resource, boolean stops) {}

package dev.drover.model.fact;

/**
 * That a primitive may run on one node only, because that node was or is being shut down.
 *
 * @param since when the node asked to leave, in seconds since 1970
 */
public record HeldFor(String resource, String node, long since) {}

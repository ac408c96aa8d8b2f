package dev.drover.model.fact;

/**
 * That a remote or guest node is reached over a resource.
 *
 * @param node the node's id
 * @param reconnectMs after a failure, how long before it is tried again, in milliseconds; 0 for at
 *     once
 */
public record Connection(String resource, String node, long reconnectMs) {}

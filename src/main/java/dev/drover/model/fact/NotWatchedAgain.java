package dev.drover.model.fact;

/**
 * That recurring operations of a resource on a remote or guest node do not begin again there with
 * the node's connection.
 */
public record NotWatchedAgain(String resource, String node) {}

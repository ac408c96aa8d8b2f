package dev.drover.model.fact;

/**
 * That what was recorded of a resource on a node is to be forgotten, whether or not the node can be
 * reached.
 */
public record ForgetHistory(String resource, String node) {}

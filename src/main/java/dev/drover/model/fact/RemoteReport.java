package dev.drover.model.fact;

/**
 * That something was heard of a remote or guest node.
 *
 * @param fenced whether it has been fenced since its connection was last up
 */
public record RemoteReport(String node, boolean fenced) {}

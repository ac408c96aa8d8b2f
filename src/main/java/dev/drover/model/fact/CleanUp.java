package dev.drover.model.fact;

/** That the history of a resource on a node is to be deleted. */
public record CleanUp(String resource, String node) {}

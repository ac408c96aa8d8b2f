package dev.drover.model.fact;

/** That a node's capacity counts as free again only after a resource has stopped there. */
public record GivesRoom(String resource, String node) {}

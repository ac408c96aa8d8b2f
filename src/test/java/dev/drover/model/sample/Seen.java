package dev.drover.model.sample;

/** A given fact: that a node was seen, or not. */
public record Seen(String node, boolean online) {}

package dev.drover.model.fact;

/** That the members of a group need not share a node. */
public record LooseGroup(String group) {}

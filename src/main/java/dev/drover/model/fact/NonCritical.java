package dev.drover.model.fact;

/** That the wishes of a group's member do not count for the members before it. */
public record NonCritical(String member) {}

package dev.drover.model.fact;

/** That a node is fenced or shut down before another one is. */
public record NodeOrder(String first, String next) {}

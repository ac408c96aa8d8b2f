package dev.drover.model.fact;

/** That a guest node is down until what it runs in has been recovered. */
public record Reset(String node) {}

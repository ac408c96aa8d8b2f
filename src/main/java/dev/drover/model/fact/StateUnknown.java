package dev.drover.model.fact;

/** That no history says whether a primitive runs on a node that is to be fenced. */
public record StateUnknown(String resource, String node) {}

package dev.drover.model.fact;

/** That a recurring operation, if it runs on a node, is cancelled there. */
public record NoLongerRepeat(String resource, Operation operation, String node) {}

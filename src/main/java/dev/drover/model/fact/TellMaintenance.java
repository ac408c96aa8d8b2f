package dev.drover.model.fact;

/**
 * That a remote or guest node is to be told of its maintenance.
 *
 * @param begins true where it went into maintenance, false where it came out of it
 */
public record TellMaintenance(String node, boolean begins) {}

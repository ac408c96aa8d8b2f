package dev.drover.model.fact;

/**
 * A history in which something failed, or in which a live migration left something: what it is of.
 * Most histories are without, and what follows from failures need not look at those.
 *
 * @param track the history
 * @param resource the primitive or instance that it is read for
 * @param node where
 * @param active whether it runs there
 * @param order its place among all histories, see {@link Activity#order}
 */
public record Incident(String track, String resource, String node, boolean active, int order) {}

package dev.drover.model.fact;

/**
 * What must be done with a failed resource where it failed.
 *
 * @param task {@code stop} or {@code demote}
 */
public record RecoverBy(String resource, String node, String task) {}

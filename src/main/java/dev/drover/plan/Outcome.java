package dev.drover.plan;

import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where a primitive resource is to be, and as what.
 *
 * @param node the name of the node it is placed on; null for nowhere
 * @param reason why it cannot be anywhere, where the rules say so
 */
public record Outcome(
    String resource, Role nextRole, @Nullable String node, @Nullable String reason) {}

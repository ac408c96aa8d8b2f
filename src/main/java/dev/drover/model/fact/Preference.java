package dev.drover.model.fact;

import dev.drover.model.Role;
import dev.drover.model.Score;
import org.jspecify.annotations.Nullable;

/**
 * That an operator wants a resource on, or away from, one node.
 *
 * @param id the constraint or rule it comes from
 * @param resource the resource as configured
 * @param node the node's id
 * @param role the role it speaks of; null for any
 * @param discovery {@code never} or {@code exclusive}: where the resource may be looked for; null
 *     for everywhere
 */
public record Preference(
    String id,
    String resource,
    String node,
    Score score,
    @Nullable Role role,
    @Nullable String discovery) {}

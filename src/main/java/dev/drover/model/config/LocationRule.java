package dev.drover.model.config;

import dev.drover.model.Role;
import dev.drover.model.Score;
import org.jspecify.annotations.Nullable;

/**
 * A location constraint's rule: on every node where the condition holds, the score counts.
 *
 * @param score the score; null where an attribute gives it
 * @param scoreAttribute the node attribute whose value is the score, or null
 * @param role the role it speaks of; null for any
 */
public record LocationRule(
    String id,
    @Nullable Score score,
    @Nullable String scoreAttribute,
    @Nullable Role role,
    Expression condition) {}

package dev.drover.model.config;

import dev.drover.model.Role;
import dev.drover.model.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a resource runs with, or apart from, another: the dependent is placed by where the primary
 * is.
 *
 * @param dependent the resource that follows; null where sets are given
 * @param primary the resource that is followed; null where sets are given
 * @param nodeAttribute "the same place" means the same value of this node attribute; null for the
 *     node itself
 * @param score how strongly; negative to keep apart
 * @param influence whether an active dependent may pull the primary along; null for the dependent's
 *     own setting
 * @param sets resource sets, in the order they were written; empty for the two-resource form
 */
public record ColocationConstraint(
    String id,
    @Nullable String dependent,
    @Nullable Role dependentRole,
    @Nullable String primary,
    @Nullable Role primaryRole,
    @Nullable String nodeAttribute,
    Score score,
    @Nullable Boolean influence,
    List<ResourceSet> sets) {}

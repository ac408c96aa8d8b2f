package dev.drover.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an action comes before another.
 *
 * @param first the resource whose action comes first; null where sets are given
 * @param firstAction {@code start}, {@code stop}, {@code promote} or {@code demote}; null for start
 * @param then the resource whose action follows; null where sets are given
 * @param thenAction null for the same as {@code firstAction}
 * @param kind {@code Mandatory}, {@code Optional} or {@code Serialize}; null for the default of the
 *     score
 * @param symmetrical whether the inverse is ordered the other way round; null for the default of
 *     the kind
 * @param sets resource sets, in the order they were written; empty for the two-resource form
 */
public record OrderConstraint(
    String id,
    @Nullable String first,
    @Nullable String firstAction,
    @Nullable String then,
    @Nullable String thenAction,
    @Nullable String kind,
    @Nullable Boolean symmetrical,
    boolean requireAll,
    List<ResourceSet> sets) {}

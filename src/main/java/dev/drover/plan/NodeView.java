package dev.drover.plan;

import dev.drover.model.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * How a node stands, as the rules judged it.
 *
 * @param unclean why it is not known to be safe; null where it is
 * @param standbyOnFail put into standby by a failure
 * @param pending joined, but not yet ready
 * @param seen whether it was ever reported
 * @param container for a guest node, the resource that it runs in
 * @param order its place in the configuration, from 0
 */
public record NodeView(
    String id,
    String name,
    NodeKind kind,
    boolean online,
    boolean standby,
    boolean standbyOnFail,
    boolean maintenance,
    boolean pending,
    boolean shutdown,
    boolean seen,
    @Nullable String unclean,
    @Nullable String container,
    String health,
    int order) {}

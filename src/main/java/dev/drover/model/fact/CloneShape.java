package dev.drover.model.fact;

/**
 * How many instances a clone has and how they relate.
 *
 * @param resource the clone's name
 * @param max how many instances at most; at least 0
 * @param nodeMax how many instances at most on one node
 * @param promotedMax how many promoted instances at most; 0 where the clone cannot be promoted
 * @param promotedNodeMax how many promoted instances at most on one node
 * @param minRunnable how many instances must be able to run before others may depend on the clone;
 *     0 for all
 */
public record CloneShape(
    String resource,
    int max,
    int nodeMax,
    int promotedMax,
    int promotedNodeMax,
    int minRunnable,
    boolean unique,
    boolean promotable,
    boolean interleave,
    boolean ordered,
    boolean notifies) {}

package dev.drover.model.fact;

/**
 * What decides between nodes that a resource likes equally.
 *
 * @param capacityCounts a node without room for a resource is no place for it
 * @param mostFree the node with more room left comes first
 * @param fewestResources the node with fewer resources comes first
 */
public record PlacementStrategy(
    boolean capacityCounts, boolean mostFree, boolean fewestResources) {}

package dev.drover.model.fact;

import dev.drover.model.Score;

/**
 * What one report about a node's health counts.
 *
 * @param name the node attribute, or the option for what every node starts from
 */
public record HealthReport(String node, String name, Score score) {}

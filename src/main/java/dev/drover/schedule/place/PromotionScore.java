package dev.drover.schedule.place;

import dev.drover.model.Score;

/**
 * How much an agent wants its instance promoted on a node.
 *
 * @param item the primitive, instance number included; for a cloned group the members' scores are
 *     added
 * @param node the node's id; the host's where the attributes of a guest node's host count for the
 *     instance
 */
public record PromotionScore(String item, String node, Score score) {}

package dev.drover.model.fact;

/**
 * That nothing more is concluded from failures on a node, because the node itself is the problem.
 *
 * @param since the place, among all histories, of the failure that settled it; −1 where it was
 *     settled before
 */
public record GivenUp(String node, int since) {}

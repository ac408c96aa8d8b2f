package dev.drover.plan;

import dev.drover.model.Score;

/**
 * One score as it stood when a resource was placed.
 *
 * @param step which step of the placement showed it, such as {@code pcmk__primitive_assign}
 */
public record ScoreLine(String step, String resource, String node, Score score) {}

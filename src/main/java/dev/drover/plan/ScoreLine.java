package dev.drover.plan;

import dev.drover.model.Score;

/**
 * One score as it stood when a resource was placed.
 *
 * @param step which step of the placement showed it, such as {@code pcmk__primitive_assign}, or
 *     {@link #PROMOTION}
 * @param node the node's name; for a promotion score of an instance that is placed nowhere, empty
 */
public record ScoreLine(String step, String resource, String node, Score score) {
  /** The step that gives an instance the score it is promoted by. */
  public static final String PROMOTION = "promotion score";
}

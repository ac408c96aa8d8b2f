package dev.drover.model.fact;

import dev.drover.model.Score;
import java.util.Collection;

/**
 * What all reports about a node's health come to.
 */
public record NodeHealth(String node, Score score) {
  /** The sum of several reports. */
  public static NodeHealth of(String node, Collection<Score> scores) {
    return new NodeHealth(node, scores.stream().reduce(Score.ZERO, Score::plus));
  }
}

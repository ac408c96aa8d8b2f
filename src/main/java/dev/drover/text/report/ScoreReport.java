package dev.drover.text.report;

import dev.drover.plan.ScoreLine;
import java.util.List;

/**
 * The scores that placement went by, one a line, sorted; after an empty line that sets them apart.
 */
public final class ScoreReport {
  private ScoreReport() {}

  /** The report of scores, which are there only if the decision was asked for them. */
  public static String of(List<ScoreLine> scores) {
    StringBuilder text = new StringBuilder("\n");
    scores.stream().map(ScoreReport::line).sorted().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String line(ScoreLine score) {
    if (!score.step().equals(ScoreLine.PROMOTION)) {
      return score.step()
          + ": "
          + score.resource()
          + " allocation score on "
          + score.node()
          + ": "
          + score.score();
    }
    String place = score.node().isEmpty() ? "(inactive)" : "on " + score.node();
    return score.resource() + " promotion score " + place + ": " + score.score();
  }
}

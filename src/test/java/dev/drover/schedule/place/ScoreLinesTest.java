package dev.drover.schedule.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.model.Score;
import dev.drover.plan.ScoreLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreLinesTest {
  private final ScoreLines lines = new ScoreLines();

  @Test
  void eachScoreIsALineInTheOrderOfWriting() {
    lines.write(ScoreLog.PRIMITIVE, "web", List.of("a", "b"), 1, 2);
    lines.write(ScoreLog.PRIMITIVE, "nowhere", List.of());
    lines.write(ScoreLine.PROMOTION, "db:0", List.of(""), Score.LIMIT);

    assertEquals(
        List.of(
            new ScoreLine(ScoreLog.PRIMITIVE, "web", "a", new Score(1)),
            new ScoreLine(ScoreLog.PRIMITIVE, "web", "b", new Score(2)),
            new ScoreLine(ScoreLine.PROMOTION, "db:0", "", Score.INFINITY)),
        lines);
  }

  @Test
  void thereIsNoLineOutside() {
    assertThrows(IndexOutOfBoundsException.class, () -> lines.get(0));
    lines.write(ScoreLog.PRIMITIVE, "web", List.of("a"), 1);
    assertThrows(IndexOutOfBoundsException.class, () -> lines.get(1));
    assertThrows(IndexOutOfBoundsException.class, () -> lines.get(-1));
  }
}

package dev.drover.schedule.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.drover.model.fact.Answer;
import dev.drover.model.status.OperationRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Answer NOT_THERE = new Answer("probe", 0, 7, 7);
  private static final Answer STARTED = new Answer("start", 0, 0, 0);

  private final Answers answers = new Answers();

  @Test
  void resultsThatEndedAlikeShareOneAnswer() {
    List<Answer> web = answers.of(List.of(record("monitor", 7, 7)));
    answers.of(List.of(record("start", 0, 0)));
    assertSame(web, answers.of(List.of(record("monitor", 7, 7))));
    assertEquals(List.of(NOT_THERE, STARTED), answers.all());
  }

  @Test
  void severalResultsKeepTheirOrder() {
    List<OperationRecord> records = List.of(record("monitor", 7, 7), record("start", 0, 0));
    assertEquals(List.of(NOT_THERE, STARTED), answers.of(records));
  }

  @Test
  void aDegradedResultCountsAsItsHealthyCounterpart() {
    assertEquals(STARTED, answers.of(record("start", 190, 0)));
    assertEquals(8, answers.of(record("promote", 191, 0)).rc());
  }

  private static OperationRecord record(String operation, int rc, int expected) {
    return new OperationRecord(
        "web_last_0", "", operation, 0, 1, 0, rc, expected, "", 0, 0, "", null, null, Map.of());
  }
}

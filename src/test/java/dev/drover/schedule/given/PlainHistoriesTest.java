package dev.drover.schedule.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import dev.drover.model.fact.Answer;
import dev.drover.model.fact.AnswerEffect;
import dev.drover.model.fact.Effect.Clears;
import dev.drover.model.fact.Happened;
import dev.drover.model.status.OperationRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which histories are looked at all at once, and which result by result. */
class PlainHistoriesTest {
  private static final AnswerEffect NOT_THERE =
      new AnswerEffect(new Answer("probe", 0, 7, 7), Role.STOPPED, Clears.ALL);

  @Test
  void whatTheRulesMadeOfItsAnswerIsAllThatAPlainHistorySays() {
    Given given = TwoReports.of(List.of(probe(7, "vm_last_0")), List.of(probe(7, "vm_last_0")));
    assertEquals(List.of(NOT_THERE.answer()), given.read(List.of()));
    assertEquals(List.of(), happened(given, List.of(NOT_THERE)));
    assertTrue(given.tracks().stream().allMatch(given::isPlain));
  }

  @Test
  void anAnswerOfWhichTheRulesMadeNothingIsLookedAtForEachResult() {
    Given given = TwoReports.of(List.of(probe(7, "vm_last_0")), List.of(probe(7, "vm_last_0")));
    given.read(List.of());
    assertEquals(2, happened(given, List.of()).size());
    assertFalse(given.isPlain(given.tracks().get(0)));
  }

  @Test
  void whereAnythingEventfulWasRecordedOfTheResourceEachResultIsLookedAt() {
    Given given = TwoReports.of(List.of(probe(7, "vm_last_0")), List.of(probe(1, "vm_last_0")));
    given.read(List.of());
    assertEquals(2, happened(given, List.of(NOT_THERE)).size());
  }

  @Test
  void aRecordThatKeepsTheLastFailureIsLookedAt() {
    Given given =
        TwoReports.of(List.of(probe(7, "vm_last_failure_0")), List.of(probe(7, "vm_last_0")));
    given.read(List.of());
    assertEquals(
        List.of(true, false),
        happened(given, List.of(NOT_THERE)).stream().map(Happened::lastFailure).toList());
  }

  private static List<Happened> happened(Given given, List<AnswerEffect> effects) {
    return given.resourceFacts(effects).stream()
        .filter(Happened.class::isInstance)
        .map(Happened.class::cast)
        .toList();
  }

  private static OperationRecord probe(int rc, String id) {
    return new OperationRecord(
        id, "vm_monitor_0", "monitor", 0, 1, 0, rc, 7, "", 0, 1, "", null, null, Map.of());
  }
}

package dev.drover.model.fact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void anAnswerIsOfWhatEndedSo() {
    Answer answer = new Answer("probe", 0, 7, 7);
    assertTrue(answer.isOf("probe", 0, 7, 7));
    assertFalse(answer.isOf("monitor", 0, 7, 7));
    assertFalse(answer.isOf("probe", 4, 7, 7));
    assertFalse(answer.isOf("probe", 0, 0, 7));
    assertFalse(answer.isOf("probe", 0, 7, 0));
  }

  @Test
  void anotherExitCodeThanExpectedIsNotAsExpected() {
    assertTrue(new Answer("probe", 0, 7, 7).asExpected());
    assertFalse(new Answer("probe", 0, 0, 7).asExpected());
  }

  @Test
  void whatWentAsExpectedIsSmooth() {
    assertTrue(new Answer("probe", 0, 7, 7).isSmooth());
    assertTrue(new Answer("start", 0, 0, 0).isSmooth());
    assertTrue(new Answer("monitor", 0, 8, 8).isSmooth());
  }

  @Test
  void anythingElseIsNotSmooth() {
    assertFalse(new Answer("probe", 0, 0, 7).isSmooth(), "not as expected");
    assertFalse(new Answer("probe", 0, 1, 1).isSmooth(), "an error, expected or not");
    assertFalse(new Answer("start", -1, 0, 0).isSmooth(), "under way");
    assertFalse(new Answer("start", 2, 0, 0).isSmooth(), "timed out");
    assertFalse(new Answer("migrate_to", 0, 0, 0).isSmooth(), "half of a live migration");
  }

  @Test
  void whatSaysNothingOfTheResourceIsNoAnswer() {
    assertTrue(new Answer("probe", 0, 7, 7).isAnswer());
    assertFalse(new Answer("probe", 2, 7, 7).isAnswer(), "it timed out");
    assertFalse(new Answer("notify", 0, 7, 7).isAnswer(), "it does not look");
  }
}

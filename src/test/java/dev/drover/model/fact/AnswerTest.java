package dev.drover.model.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void resultsThatEndedAlikeHaveOneAnswer() {
    Happened web = result(0, "web", "n1", 7);
    Happened database = result(1, "db", "n2", 7);
    assertEquals(Answer.of(web), Answer.of(database));
    assertTrue(Answer.of(web).isOf(database));
  }

  @Test
  void anotherExitCodeIsAnotherAnswer() {
    Answer answer = Answer.of(result(0, "web", "n1", 7));
    assertFalse(answer.isOf(result(1, "web", "n1", 0)));
    assertTrue(answer.asExpected());
    assertFalse(Answer.of(result(1, "web", "n1", 0)).asExpected());
  }

  @Test
  void whatSaysNothingOfTheResourceIsNoAnswer() {
    assertTrue(new Answer("probe", 0, 7, 7).isAnswer());
    assertFalse(new Answer("probe", 2, 7, 7).isAnswer(), "it timed out");
    assertFalse(new Answer("notify", 0, 7, 7).isAnswer(), "it does not look");
  }

  private static Happened result(int number, String resource, String node, int rc) {
    return new Happened(
        number,
        resource + "@" + node,
        resource,
        resource,
        node,
        0,
        "probe",
        0,
        0,
        rc,
        7,
        0,
        false,
        false,
        "",
        ParameterChange.NONE);
  }
}

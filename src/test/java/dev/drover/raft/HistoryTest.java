package dev.drover.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker finds what is planted, and nothing else. */
class HistoryTest {
  private final History history = new History();

  @BeforeEach
  void acknowledgeThree() {
    history.acknowledged(1, "a");
    history.acknowledged(3, "b");
    history.acknowledged(4, "c");
  }

  @Test
  void whatWasNotAcknowledgedMayBeThere() {
    assertEquals(List.of(), history.problemsOf(List.of("a", "unsure", "b", "c")));
    assertEquals(List.of(), history.problemsOf(Map.of(1L, "a", 2L, "unsure", 3L, "b", 4L, "c")));
  }

  @Test
  void aLostEntryIsFound() {
    assertEquals(
        List.of("`b` was acknowledged at 3 and is lost"), history.problemsOf(List.of("a", "c")));
  }

  @Test
  void anotherOrderIsFound() {
    assertEquals(
        List.of("`c` comes before one with a lower index"),
        history.problemsOf(List.of("a", "c", "b")));
  }

  @Test
  void aDuplicateIsFound() {
    assertEquals(List.of("`b` is there twice"), history.problemsOf(List.of("a", "b", "b", "c")));
  }

  @Test
  void anotherContentIsFound() {
    assertEquals(
        List.of(
            "`b` was acknowledged at 3 and is lost", "index 3: acknowledged `b`, holds `other`"),
        history.problemsOf(Map.of(1L, "a", 3L, "other", 4L, "c")));
  }

  @Test
  void whatSomebodyWasToldAndIsOtherwiseInTheEndIsFound() {
    history.read(List.of("a"));
    history.read(List.of("a", "b", "c"));
    assertEquals(List.of(), history.problemsOf(List.of("a", "b", "c")));
    history.read(List.of("a", "taken back", "b", "c"));
    history.read(List.of("b"));
    assertEquals(
        List.of(
            "somebody was told 4 entries that are no beginning of these",
            "somebody was told 1 entries that are no beginning of these"),
        history.problemsOf(List.of("a", "b", "c")));
  }

  @Test
  void oneIndexForTwoEntriesIsFound() {
    history.acknowledged(4, "d");
    assertEquals(
        List.of(
            "index 4 was acknowledged for `c` and `d`", "`d` was acknowledged at 4 and is lost"),
        history.problemsOf(List.of("a", "b", "c")));
  }
}

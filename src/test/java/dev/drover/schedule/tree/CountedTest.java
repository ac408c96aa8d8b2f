package dev.drover.schedule.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void sortsByNumberAndKeepsTheOrderOfWhatIsAlike() {
    assertEquals(
        List.of("a", "be", "to", "sea", "tea"),
        Counted.byNumber(List.of("sea", "be", "a", "tea", "to"), String::length, 4));
  }

  @Test
  void nothingIsInOrder() {
    assertEquals(List.of(), Counted.byNumber(List.<String>of(), String::length, 1));
  }
}

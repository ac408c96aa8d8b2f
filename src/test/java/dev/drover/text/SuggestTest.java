package dev.drover.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestTest {
  private static final List<String> WORDS =
      List.of("no-quorum-policy", "node-health-red", "fencing-enabled", "cat");

  @Test
  void aNearWordIsFound() {
    assertEquals(Optional.of("no-quorum-policy"), Suggest.closest("no_quorum_policy", WORDS));
    assertEquals(Optional.of("fencing-enabled"), Suggest.closest("FENCING-ENABELD", WORDS));
    assertEquals(
        Optional.of("cat"), Suggest.closest("act", WORDS), "neighbours swapped are one edit");
  }

  @Test
  void aFarWordIsNone() {
    assertEquals(Optional.empty(), Suggest.closest("dog", WORDS));
    assertEquals(Optional.empty(), Suggest.closest("stickiness", WORDS));
    assertEquals(Optional.empty(), Suggest.closest("", List.of("cat")));
  }

  @Test
  void equallyNearWordsAreTakenAlphabetically() {
    assertEquals(Optional.of("bat"), Suggest.closest("xat", List.of("cat", "bat")));
  }
}

package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.FenceJob;
import dev.drover.live.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FencersTest {
  private final List<String> given = new ArrayList<>();

  private Fencers fencers(String... present) {
    return new Fencers(
        "b",
        () -> Set.of(present),
        (node, letter) -> {
          given.add(node);
          return !node.equals("unreached");
        });
  }

  private static FenceJob job(long number, String target, int failures) {
    return new FenceJob(Token.NONE, number, target, "off", 0, failures, 0);
  }

  @Test
  void theLeaderTriesFirstAndThenTheOthersInTurn() {
    Fencers fencers = fencers("a", "b", "c", "d");
    for (int failures = 0; failures < 4; failures++) {
      fencers.give(job(failures, "d", failures));
    }
    assertEquals(List.of("b", "a", "c", "b"), given);
  }

  @Test
  void aLeaderIsFencedByAnother() {
    fencers("b", "c").give(job(1, "b", 0));
    assertEquals(List.of("c"), given);
  }

  @Test
  void aLeaderThatIsAloneFencesItself() {
    fencers("b").give(job(1, "b", 0));
    assertEquals(List.of("b"), given);
  }

  @Test
  void aMemberThatIsNotReachedIsTold() {
    Fencers fencers = fencers("b", "unreached");
    assertTrue(fencers.give(job(1, "x", 0)));
    assertFalse(fencers.give(job(2, "x", 1)));
  }

  @Test
  void theJobsOfAMemberThatIsLostHaveNoEndOfTheirOwn() {
    Fencers fencers = fencers("a", "b", "c");
    fencers.give(job(1, "c", 1));
    fencers.give(job(2, "c", 1));
    fencers.give(job(3, "c", 0));
    fencers.ended(job(1, "c", 1));
    assertEquals(List.of(job(2, "c", 1)), fencers.lost("a"));
    assertEquals(List.of(), fencers.lost("a"));
  }
}

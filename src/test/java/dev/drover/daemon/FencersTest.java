package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.FenceJob;
import dev.drover.live.Token;
import dev.drover.model.Agent;
import dev.drover.model.Kind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Test
  void aMemberThatIsBackIsAskedAgainForWhatHasNotEnded() {
    Fencers fencers = fencers("a", "b", "c");
    fencers.give(job(1, "c", 1));
    fencers.give(job(2, "c", 1));
    fencers.give(job(3, "c", 0));
    fencers.ended(job(1, "c", 1));
    given.clear();
    fencers.askAgain("a");
    assertEquals(List.of("a"), given);
    fencers.ended(job(2, "c", 1));
    fencers.askAgain("a");
    assertEquals(List.of("a"), given);
  }

  @Test
  void aMemberMayTakeAsLongAsAllDevicesTwice() {
    Configuration two =
        new Configuration(
            List.of(),
            List.of(),
            List.of(device("p1"), device("p2")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    FenceJob job = new FenceJob(Token.NONE, 1, "c", "off", 15_000, 0, 20_000);
    assertEquals(Duration.ofSeconds(5 * 20 + 15), Fencers.patience(job, two));
  }

  private static ResourceConfig device(String name) {
    return new ResourceConfig(
        name,
        Kind.PRIMITIVE,
        new Agent("stonith", null, "fence_x"),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }
}

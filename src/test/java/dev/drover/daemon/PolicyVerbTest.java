package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Other rules, where not every member can compile them first. */
@ResourceLock(Ring.LOCK)
class PolicyVerbTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b]
      options: {fencing-enabled: false}
      """;

  @TempDir Path folder;

  @Test
  void aMemberThatIsNotHeardIsLeftOutOnlyWhereThatIsWanted() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "w")) {
      ring.start("a", "b", "w").configure(CLUSTER);
      assertEquals(0, ring.ask("policy-apply", Map.of()).exit());
      ring.kill("b");
      // until it is missed, it is one that cannot be reached
      ring.until("b is missing", () -> answer(ring).text().startsWith("`b` is not heard"));
      Letter.Answer refused = answer(ring);
      assertEquals(Commands.UNAVAILABLE, refused.exit());
      assertTrue(refused.text().startsWith("`b` is not heard: expected every"), refused::text);
      assertTrue(refused.text().contains("Maybe `--skip-missing` is meant"), refused::text);
      Letter.Answer taken = ring.askOf("a", "policy-apply", Map.of("skip-missing", ""));
      assertEquals(0, taken.exit(), taken::text);
      ring.until(
          "it is told",
          () -> ring.events().contains("ann: the cluster decides by the rules that Drover comes"));
      assertTrue(ring.status().contains("Last change:"), ring::status);
    }
  }

  private static Letter.Answer answer(Ring ring) {
    try {
      return ring.askOf("a", "policy-apply", Map.of());
    } catch (IOException nobodyYet) {
      return new Letter.Answer(0, -1, "nobody answers");
    }
  }
}

package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole clusters with everything real but the machines. */
class DaemonTest {
  private static final String PAIR =
      """
      cluster: ring
      nodes: [a, b]
      resources:
        - primitive: web
          agent: ocf:test:service
          operations: {monitor: 1s}
        - primitive: power
          agent: stonith:fence_ring
          parameters: {pcmk_host_list: "a,b"}
      constraints:
        - {locate: web, on: a, score: 50}
      """;

  @TempDir Path folder;

  @Test
  void theSurvivorOfAPairFencesThenStarts() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      ring.start("a", "b").configure(PAIR);
      ring.until("web runs", () -> ring.runs("web", "a"));
      ring.kill("a");
      long t = System.nanoTime();
      ring.until("web runs on b", () -> ring.runs("web", "b"));
      System.out.println("took " + (System.nanoTime() - t) / 1_000_000);
      assertEquals(List.of("a"), ring.fenced());
      assertEquals(List.of(), ring.twice());
      System.out.println(ring.said());
      System.out.println(ring.ask("status", java.util.Map.of()).text());
    }
  }
}

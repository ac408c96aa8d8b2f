package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Three that vote: the majority goes on, and what is without it does what the rules say. */
@ResourceLock(Ring.LOCK)
class MajorityTest {
  private static final String SLOW =
      Scripts.WEB_AND_POWER_OF_THREE.replace(
          "constraints:",
          """
            - primitive: slow
              agent: ocf:test:service
              parameters: {slow: 9}
              operations: {start: {timeout: 60s}}
          constraints:
            - {locate: slow, on: %s, score: 50}""");

  @TempDir Path folder;

  private Ring three(String configuration) throws Exception {
    Ring ring = new Ring(folder, "a", "b", "c");
    ring.start("a", "b", "c").configure(configuration);
    return ring;
  }

  @Test
  void aSlowStartOutlivesItsLeader() throws Exception {
    try (Ring ring = three(Scripts.WEB_AND_POWER_OF_THREE)) {
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      String leader = ring.coordinator();
      String elsewhere = leader.equals("b") ? "c" : "b";
      ring.configure(SLOW.formatted(elsewhere));
      String start = "start slow " + elsewhere;
      ring.until("the slow one starts", () -> ring.calls().contains(start));
      ring.kill(leader);
      ring.until("it has started", () -> ring.runs("slow", elsewhere));
      ring.until(
          "that is not lost",
          () -> ring.status().contains("(ocf:test:service):\t Started " + elsewhere));
      ring.until("the lost one is fenced", () -> ring.fenced().equals(List.of(leader)));
      assertEquals(1, ring.calls().stream().filter(start::equals).count());
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void withoutTheMajorityEverythingIsStopped() throws Exception {
    try (Ring ring = three(Scripts.WEB_AND_POWER_OF_THREE)) {
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.kill("b");
      ring.kill("c");
      ring.until("web is stopped", () -> !ring.runs("web", "a"));
      ring.inOrder("the majority is out of reach", "stop of web on a");
      assertEquals(List.of(), ring.fenced());
      assertFalse(ring.status().contains("with quorum"), ring::status);
      ring.start("b", "c");
      ring.until("web runs again", () -> ring.runs("web", "a"));
      ring.until("all are there", () -> ring.status().contains("Online: [ a b c ]"));
      assertTrue(ring.events().contains("a has come up"), ring::events);
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void aWitnessMakesTheMajorityAndRunsNothing() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "w")) {
      ring.start("a", "b", "w").configure(Scripts.WEB_AND_POWER);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.kill("a");
      ring.until("web runs on b", () -> ring.runs("web", "b"));
      assertEquals(List.of("a"), ring.fenced());
      assertTrue(ring.status().contains("with quorum (2 of 3 votes)"), ring::status);
      assertTrue(ring.calls().stream().noneMatch(call -> call.endsWith(" w")));
      assertEquals(1, ring.count("a is lost"), "the cluster goes on in its first epoch");
      assertFalse(ring.said("epoch 2"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }
}

package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.ResourceAgent;
import dev.drover.agent.fence.WatchdogFacts;
import dev.drover.peer.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that only runs resources, in a cluster with everything real but the machines. */
class AgentNodeTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b, agent1, agent2]
      resources:
        - primitive: web
          agent: ocf:test:service
          operations: {monitor: 300ms}
        - primitive: power
          agent: stonith:fence_ring
          parameters: {pcmk_host_list: "a,b,agent1,agent2"}
      constraints:
        - {locate: web, on: agent1, score: 50}
        - {locate: web, on: agent2, score: 40}
      """;

  @TempDir Path folder;

  @Test
  void aChangeOfLeaderLosesNothing() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "w", "agent1", "agent2")) {
      ring.start("a", "b", "w", "agent1", "agent2").configure(CLUSTER);
      ring.until("web runs", () -> ring.runs("web", "agent1"));
      ring.until("somebody leads", () -> !ring.leader().isEmpty());
      String first = ring.leader();
      ring.kill(first);
      // found broken while nobody leads, or just after: the next leader hears of it in any case
      ring.kill("web", "agent1");
      ring.until("web is started again", () -> ring.runs("web", "agent1"));
      assertEquals(first.equals("a") ? "b" : "a", ring.leader());
      ring.until("the first leader is fenced", () -> ring.fenced().equals(List.of(first)));
      assertEquals(List.of(), ring.twice());
      String json = ring.ask("status", Map.of("as", "json")).text();
      assertTrue(json.contains("monitor"), "the failure is remembered: " + json);
    }
  }

  @Test
  void anAgentNodeWithoutPowerIsFencedAndItsServiceGoesElsewhere() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "agent1", "agent2")) {
      ring.start("a", "b", "agent1", "agent2").configure(CLUSTER);
      ring.until("web runs", () -> ring.runs("web", "agent1"));
      ring.kill("agent1");
      ring.until("web runs elsewhere", () -> ring.runs("web", "agent2"));
      // twice where the member that had it done ceased to lead before that was written down
      assertEquals(Set.of("agent1"), Set.copyOf(ring.fenced()), ring.said());
      assertEquals(List.of(), ring.twice());
    }
  }

  @Test
  void anAgentWhoseDaemonEndsMayComeBackBeforeItIsFenced() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "agent1", "agent2")) {
      ring.start("a", "b", "agent1", "agent2").configure(CLUSTER);
      ring.until("web runs", () -> ring.runs("web", "agent1"));
      ring.kill("agent1");
      ring.until(
          "it is called in vain",
          () -> ring.said().contains("agent1's machine answers: its daemon has ended"));
      ring.start("agent1");
      ring.until("it is back", () -> ring.said().contains("agent1 has come up"));
      assertTrue(ring.runs("web", "agent1"), ring.said());
      assertEquals(List.of(), ring.fenced(), ring.said());
    }
  }

  @Test
  void whoComesAfterTheFirstConfigurationIsWaitedForAndNotFenced() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "agent1", "agent2")) {
      ring.start("a", "b", "agent2").configure(CLUSTER);
      ring.start("agent1");
      ring.until("web runs where it is best", () -> ring.runs("web", "agent1"));
      assertEquals(List.of(), ring.fenced(), ring.said());
      assertEquals(0, ring.count("start of web on agent2"), ring.said());
    }
  }

  @Test
  void whoLeavesIsNotFenced() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "agent1", "agent2")) {
      ring.start("a", "b", "agent1", "agent2").configure(CLUSTER);
      ring.until("web runs", () -> ring.runs("web", "agent1"));
      ring.leave("agent1");
      ring.until("web runs elsewhere", () -> ring.runs("web", "agent2"));
      ring.until("its end is noticed", () -> ring.said().contains("agent1 is not heard any more"));
      assertEquals(List.of(), ring.fenced());
    }
  }

  @Test
  void whoIsToldToRebootsOnceNoMemberIsHeardForLong() throws Exception {
    StringWriter said = new StringWriter();
    Journal journal = new Journal(new PrintWriter(said));
    CountDownLatch reboots = new CountDownLatch(1);
    try (Ring ring = new Ring(folder, "a", "agent1");
        Loop loop = new Loop("agent1", journal);
        Threads threads = new Threads()) {
      ring.start("a");
      ResourceAgent none = (call, ended) -> () -> {};
      AgentNode.Means means = new AgentNode.Means(none, reboots::countDown, loop, threads);
      try (AgentNode unused =
          new AgentNode(
              ring.site("agent1", Role.AGENT),
              Duration.ofMillis(100),
              journal,
              new Closing(journal),
              means)) {
        ring.until("the member is heard", () -> said.toString().contains("a is heard"));
        assertEquals(1, reboots.getCount(), "one is heard");
        ring.kill("a");
        assertTrue(reboots.await(30, TimeUnit.SECONDS), said.toString());
        assertTrue(said.toString().contains("what runs here goes on"), said.toString());
      }
    }
  }

  @Test
  void itsWatchdogIsFedForAsLongAsALeaderCountsOnIt() throws Exception {
    Duration reset = Duration.ofSeconds(10);
    StringWriter said = new StringWriter();
    Journal journal = new Journal(new PrintWriter(said));
    ResourceAgent none = (call, ended) -> () -> {};
    WatchdogFacts facts = new WatchdogFacts(Optional.of(reset), false);
    try (Ring ring = new Ring(folder, "a", "b", "c", "agent1").watched(reset);
        Loop loop = new Loop("agent1", journal);
        Threads threads = new Threads()) {
      AgentNode.Means means = new AgentNode.Means(none, () -> {}, loop, threads, device -> facts);
      ring.start("a", "b", "c")
          .configure(
              CLUSTER
                  .replace("agent2", "c")
                  .replace("resources:", "options: {fencing-watchdog-timeout: -1}\nresources:"));
      try (AgentNode unused =
          new AgentNode(
              ring.site("agent1", Role.AGENT), null, journal, new Closing(journal), means)) {
        ring.until(
            "its promise is written down", () -> ring.said("agent1 resets itself within 25000 ms"));
        assertTrue(
            said.toString().contains("this machine resets itself within 25000 ms"), said::toString);
        for (String member : List.of("a", "b", "c")) {
          ring.kill(member);
        }
        ring.until(
            "nobody counts on it",
            () -> said.toString().contains("no leader counts on this node any more"));
      }
    }
  }
}

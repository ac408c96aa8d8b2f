package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many agent nodes report to one member, that member is killed, and all are back with the next one;
 * none is taken for lost.
 *
 * <p>{@code mvn -B test -Dfast -Dtest=ManyAgentsTest -Ddrover.agents=1000} does it with a thousand
 * and prints what it costs.
 */
class ManyAgentsTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b, c, %1$s]
      resources:
        - primitive: web
          agent: ocf:test:service
          operations: {monitor: 1s}
        - primitive: power
          agent: stonith:fence_ring
          parameters: {pcmk_host_list: "a,b,c"}
      constraints:
        - {locate: web, on: %2$s, score: 50}
      """;

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int SECONDS = 10;

  @TempDir Path folder;

  @Test
  void thirtyAgentsAreBackWithTheNextLeader() throws Exception {
    run(30, new Ring(folder, names(30)).beating(Duration.ofSeconds(1), 5));
  }

  @Test
  void asManyAgentsAsAreAskedForAreBackWithTheNextLeader() throws Exception {
    int count = Integer.getInteger("drover.agents", 0);
    Assumptions.assumeTrue(
        count > 0, "skipped: takes minutes; -Ddrover.agents=1000 runs it with a thousand");
    run(
        count,
        new Ring(folder, names(count))
            .beating(Duration.ofSeconds(1), 5)
            .waiting(Duration.ofMinutes(3)));
  }

  private static String[] names(int count) {
    return Stream.concat(Stream.of("a", "b", "c"), agents(count).stream()).toArray(String[]::new);
  }

  private static List<String> agents(int count) {
    return IntStream.rangeClosed(1, count).mapToObj("agent%04d"::formatted).toList();
  }

  private static void run(int count, Ring ring) throws Exception {
    List<String> agents = agents(count);
    try (ring) {
      ring.start("a", "b", "c");
      ring.until("somebody leads", () -> !ring.leader().isEmpty());
      report("three members", count);
      long begun = System.nanoTime();
      try (Crowd crowd = new Crowd(ring, agents)) {
        ring.until("all have reported", () -> crowd.obeying(0) == count);
        said("all have reported", begun);
        begun = System.nanoTime();
        ring.configure(CLUSTER.formatted(String.join(", ", agents), agents.get(0)));
        ring.until(
            "everything is probed and started",
            () -> ring.said().contains("monitor of web on " + agents.get(0)));
        said("everything is probed and started", begun);
        report("at rest", count);

        ring.until("somebody leads", () -> !ring.leader().isEmpty());
        String leader = ring.leader();
        long term = crowd.term();
        begun = System.nanoTime();
        ring.kill(leader);
        ring.until("all obey the next leader", () -> crowd.obeying(term + 1) == count);
        Duration back = said("all obey the next leader", begun);
        ring.until("that decides", () -> ring.fenced().equals(List.of(leader)));
        said("it has had the first one fenced", begun);
        assertTrue(back.toSeconds() < 60, "took " + back);
        long asked = System.nanoTime();
        String status = ring.ask("status", Map.of()).text();
        said("a status is told", asked);
        assertTrue(status.contains("OFFLINE: [ " + leader + " ]"), status);
        assertEquals(
            List.of(leader + " is lost"),
            ring.said().lines().filter(line -> line.endsWith(" is lost")).distinct().toList());
        assertTrue(ring.said().lines().noneMatch(line -> line.contains("mistake")), ring.said());
        report("at the end", count);
      }
    }
  }

  private static Duration said(String what, long since) {
    Duration took = Duration.ofNanos(System.nanoTime() - since);
    System.out.printf("%6.1f s  %s%n", took.toMillis() / 1000.0, what);
    return took;
  }

  /** What the process costs, the agents included; over ten seconds. */
  private static void report(String when, int count) {
    if (count <= 100) {
      return;
    }
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    long cpu = MACHINE.getProcessCpuTime();
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS))
        .join();
    double cores = (MACHINE.getProcessCpuTime() - cpu) / 1e9 / SECONDS;
    System.out.printf(
        "%s: %d MiB of heap, %.2f cores, %d threads%n",
        when, heap >> 20, cores, Thread.activeCount());
  }
}

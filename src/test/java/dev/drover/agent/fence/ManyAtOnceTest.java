package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.agent.process.Ended.How;
import dev.drover.agent.process.Shell;
import dev.drover.execute.FenceTopology;
import dev.drover.text.agent.DeviceReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many requests from many threads, and a device that can do two things at a time. */
class ManyAtOnceTest {
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger busiest = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void deviceIsNeverAskedForMoreThanItCanDo() {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (MachineTimer timer = new MachineTimer()) {
      FenceAgent agents = call -> CompletableFuture.supplyAsync(() -> run(call), threads);
      KnownAgents known =
          new KnownAgents(
              agents,
              (agent, text) ->
                  new Metadata(
                      agent, "", List.of(), List.of(new Metadata.Action("off", false, false))));
      DeviceRunner runner = new DeviceRunner(agents, known, timer);
      Fencer fencer =
          new Fencer(
              runner,
              new Targets(runner, timer),
              new FenceHistory(500, InstantSource.system()),
              timer,
              new Random(1));
      Device device =
          DeviceReader.read(
                  "a", "fence_a", Map.of("pcmk_action_limit", "2", "pcmk_host_check", "none"))
              .device();
      fencer.use(new FenceSetup(List.of(device), FenceTopology.NONE));
      List<CompletableFuture<FenceResult>> results = new ArrayList<>();
      for (int i = 0; i < 90; i++) {
        FenceRequest request =
            new FenceRequest(
                "n" + i, FenceAction.OFF, "test", Duration.ZERO, Duration.ofMinutes(1));
        for (int j = 0; j < 3; j++) {
          results.add(
              CompletableFuture.supplyAsync(() -> fencer.fence(request), threads)
                  .thenCompose(result -> result));
        }
      }
      results.forEach(result -> assertEquals(Kind.KEPT_OUT, Shell.soon(result).kind()));
      assertTrue(busiest.get() <= 2, "asked for " + busiest + " things at a time");
      assertTrue(calls.get() >= 90, calls.toString());
      assertEquals(0, busy.get());
    } finally {
      threads.shutdown();
    }
  }

  private FenceOutcome run(FenceCall call) {
    if (call.action().equals("off")) {
      calls.incrementAndGet();
      busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
      Thread.yield();
      busy.decrementAndGet();
    }
    return new FenceOutcome(How.EXITED, 0, "", "", Duration.ZERO);
  }
}

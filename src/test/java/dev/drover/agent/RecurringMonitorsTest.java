package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.execute.ActionResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** When monitors run and what is reported of them; time passes only where a test says so. */
class RecurringMonitorsTest {
  private final ManualClock clock = new ManualClock();
  private final Deque<Consumer<AgentResult>> underWay = new ArrayDeque<>();
  private final List<Integer> reported = new ArrayList<>();
  private final List<AgentResult> early = new ArrayList<>();
  private int cancellations;

  private final ResourceAgent agent =
      (call, whenEnded) -> {
        underWay.add(whenEnded);
        return () -> cancellations++;
      };

  @Test
  void firstResultAndChangesAreReported() {
    begin(Duration.ofSeconds(10));
    for (int rc : List.of(0, 0, 7, 7, 0)) {
      end(rc);
      clock.pass(10_000);
    }
    assertEquals(List.of(0, 7, 0), reported);
  }

  @Test
  void onlyTheFirstRunWaits() {
    List<Duration> waits = new ArrayList<>();
    AgentCall call = call(Duration.ofSeconds(10));
    new RecurringMonitors(clock)
        .begin(
            (now, whenEnded) -> {
              waits.add(now.delay());
              return agent.begin(now, whenEnded);
            },
            new AgentCall(
                call.agent(),
                call.resource(),
                call.task(),
                call.interval(),
                call.timeout(),
                call.parameters(),
                call.meta(),
                Duration.ofSeconds(3)),
            true,
            result -> {});
    end(0);
    clock.pass(10_000);
    assertEquals(List.of(Duration.ofSeconds(3), Duration.ZERO), waits);
  }

  @Test
  void theFirstRunMayBeAnIntervalLater() {
    new RecurringMonitors(clock)
        .begin(
            agent,
            call(Duration.ofSeconds(10)),
            false,
            result -> reported.add(result.outcome().rc()));
    clock.pass(9_999);
    assertEquals(0, underWay.size());
    clock.pass(1);
    end(0);
    assertEquals(List.of(0), reported);
  }

  @Test
  void nextRunBeginsAnIntervalAfterTheEndOfTheLast() {
    begin(Duration.ofSeconds(10));
    clock.pass(60_000);
    assertEquals(1, underWay.size());
    end(0);
    clock.pass(9_999);
    assertEquals(0, underWay.size());
    clock.pass(1);
    assertEquals(1, underWay.size());
  }

  @Test
  void cancelEndsTheRunAndReportsNoMore() {
    ResourceAgent.Running monitor = begin(Duration.ofSeconds(10));
    monitor.cancel();
    end(1);
    clock.pass(60_000);
    assertEquals(1, cancellations);
    assertEquals(0, underWay.size());
    assertEquals(List.of(), reported);
  }

  @Test
  void cancelledBetweenRunsNoMoreBegin() {
    ResourceAgent.Running monitor = begin(Duration.ofSeconds(10));
    end(0);
    monitor.cancel();
    clock.pass(60_000);
    assertEquals(0, underWay.size());
  }

  @Test
  void resultAfterTheClockWasShutDownIsDropped() {
    begin(Duration.ofSeconds(10));
    clock.shutdown();
    end(0);
    assertEquals(List.of(), reported);
  }

  @Test
  void clockShutDownWhileAResultIsTakenStillReportsIt() {
    begin(Duration.ofSeconds(10));
    clock.closing = true;
    end(7);
    assertEquals(List.of(7), reported);
  }

  @Test
  void monitorCancelledByWhoHearsTheResultRunsNoMore() {
    AtomicReference<ResourceAgent.Running> monitor = new AtomicReference<>();
    monitor.set(
        new RecurringMonitors(clock)
            .begin(agent, call(Duration.ofSeconds(10)), true, r -> monitor.get().cancel()));
    end(0);
    clock.pass(60_000);
    assertEquals(0, underWay.size());
  }

  @Test
  void realClockReportsOnItsThreadAlone() throws Exception {
    ScheduledExecutorService one =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "the-clock"));
    try {
      BlockingQueue<String> names = new LinkedBlockingQueue<>();
      new RecurringMonitors(one)
          .begin(
              agent,
              call(Duration.ofHours(1)),
              true,
              r -> names.add(Thread.currentThread().getName() + " " + r.outcome().rc()));
      one.submit(() -> {}).get();
      end(7);
      assertEquals("the-clock 7", names.poll(40, TimeUnit.SECONDS));
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void earlyRunBeginsAtOnceAndTheNextCountsFromIt() {
    RecurringMonitors.Recurring monitor = begin(Duration.ofSeconds(10));
    end(0);
    clock.pass(4_000);
    monitor.early(early::add);
    assertEquals(1, underWay.size());
    end(0);
    assertEquals(List.of(0), reported, "it is no change");
    assertEquals(1, early.size(), "who wanted it hears of it");
    clock.pass(9_999);
    assertEquals(0, underWay.size(), "the run that was due 6 s after it has been put off");
    clock.pass(1);
    assertEquals(1, underWay.size());
    end(0);
    assertEquals(1, early.size(), "the next is an ordinary one");
  }

  @Test
  void runThatIsUnderWayMayHaveLookedTooEarlyAndIsFollowedByAnother() {
    RecurringMonitors.Recurring monitor = begin(Duration.ofSeconds(10));
    monitor.early(early::add);
    assertEquals(1, underWay.size(), "a monitor never overlaps itself");
    end(0);
    assertEquals(0, early.size());
    assertEquals(1, underWay.size());
    end(7);
    assertEquals(List.of(0, 7), reported);
    assertEquals(1, early.size());
    clock.pass(10_000);
    assertEquals(1, underWay.size(), "one run is planned, not two");
  }

  @Test
  void cancelledMonitorRunsNeitherInTurnNorEarly() {
    RecurringMonitors.Recurring monitor = begin(Duration.ofSeconds(10));
    end(0);
    monitor.cancel();
    monitor.early(early::add);
    clock.pass(60_000);
    assertEquals(0, underWay.size());
  }

  @Test
  void intervalIsNeeded() {
    assertThrows(IllegalArgumentException.class, () -> begin(Duration.ZERO));
  }

  private RecurringMonitors.Recurring begin(Duration interval) {
    return new RecurringMonitors(clock)
        .begin(agent, call(interval), true, r -> reported.add(r.outcome().rc()));
  }

  private static AgentCall call(Duration interval) {
    return new AgentCall(
        Calls.OCF, "web", "monitor", interval, Duration.ofSeconds(20), Map.of(), Map.of());
  }

  private void end(int rc) {
    underWay.remove().accept(new AgentResult(ActionResult.exited(rc), "", Duration.ZERO));
  }
}

package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.execute.ActionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When calls begin that are to wait. */
class DeferredTest {
  private final ManualClock clock = new ManualClock();
  private final List<Duration> begun = new ArrayList<>();
  private final List<Integer> ended = new ArrayList<>();
  private int cancelled;

  private final ResourceAgent agents =
      new Deferred(
          (call, whenEnded) -> {
            begun.add(call.delay());
            return () -> cancelled++;
          },
          clock);

  private ResourceAgent.Running begin(Duration delay) {
    return agents.begin(
        new AgentCall(
            Calls.OCF,
            "web",
            "start",
            Duration.ZERO,
            Duration.ofSeconds(20),
            Map.of(),
            Map.of(),
            delay),
        result -> ended.add(result.outcome().status()));
  }

  @Test
  void aCallWithoutDelayBeginsAtOnce() {
    begin(Duration.ZERO);
    assertEquals(List.of(Duration.ZERO), begun);
  }

  @Test
  void aCallThatIsToWaitBeginsAfterThatTime() {
    begin(Duration.ofSeconds(5));
    clock.pass(4_999);
    assertEquals(List.of(), begun);
    clock.pass(1);
    assertEquals(List.of(Duration.ZERO), begun);
  }

  @Test
  void whatIsCancelledWhileItWaitsNeverBegins() {
    begin(Duration.ofSeconds(5)).cancel();
    clock.pass(5_000);
    assertEquals(List.of(), begun);
    assertEquals(List.of(ActionResult.CANCELLED), ended);
    assertEquals(0, cancelled);
  }

  @Test
  void whatHasBegunIsCancelledWhereItRuns() {
    ResourceAgent.Running running = begin(Duration.ofSeconds(5));
    clock.pass(5_000);
    running.cancel();
    assertEquals(1, cancelled);
    assertEquals(List.of(), ended);
  }

  @Test
  void afterTheShutdownNothingIsLeftToWait() {
    clock.closing = true;
    begin(Duration.ofSeconds(5));
    assertEquals(List.of(ActionResult.CANCELLED), ended);
  }
}

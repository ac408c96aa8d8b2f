package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.agent.fence.FenceEvent.State;
import dev.drover.agent.fence.FenceResult.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several who ask at once, what is remembered of it, and a person's word. */
class FencerTogetherTest {
  private final Bench bench = new Bench();

  @Test
  void requestsThatMeetShareOneResult() {
    bench.power("a");
    bench.agents.on("fence_a reboot", FakeAgents.takes(10));
    Fencer fencer = bench.fencer();
    CompletableFuture<FenceResult> one = fencer.fence(Bench.request(FenceAction.REBOOT));
    bench.time.pass(Duration.ofSeconds(4));
    CompletableFuture<FenceResult> other =
        fencer.fence(
            new FenceRequest("N1", FenceAction.REBOOT, "admin", Duration.ZERO, Bench.TIMEOUT));
    bench.time.passAll();
    assertEquals(one.join(), other.join());
    assertEquals(List.of("0 fence_a reboot n1"), bench.agents.calls());
    CompletableFuture<FenceResult> later = fencer.fence(Bench.request(FenceAction.REBOOT));
    bench.time.passAll();
    assertEquals(Kind.DONE, later.join().kind());
    assertEquals(2, bench.agents.calls().size());
  }

  @Test
  void whoLosesInterestTakesNothingFromOthers() {
    bench.power("a");
    bench.agents.on("fence_a reboot", FakeAgents.takes(10));
    Fencer fencer = bench.fencer();
    CompletableFuture<FenceResult> one = fencer.fence(Bench.request(FenceAction.REBOOT));
    CompletableFuture<FenceResult> other = fencer.fence(Bench.request(FenceAction.REBOOT));
    one.cancel(true);
    bench.time.passAll();
    assertEquals(Kind.DONE, other.join().kind());
  }

  @Test
  void historyTellsWhatIsPendingAndWhatCameOfIt() {
    bench.power("a");
    bench.agents.on("fence_a off", FakeAgents.takes(10));
    bench.agents.on("fence_a on", FakeAgents.FAILS);
    Fencer fencer = bench.fencer();
    bench.time.pass(Duration.ofSeconds(3));
    CompletableFuture<FenceResult> off = fencer.fence(Bench.request(FenceAction.OFF));
    FenceEvent pending = bench.history.last("n1").orElseThrow();
    assertEquals(State.PENDING, pending.state());
    bench.time.passAll();
    assertEquals(Kind.DONE, off.join().kind());
    assertEquals(
        List.of(
            new FenceEvent(
                1,
                "n1",
                FenceAction.OFF,
                "scheduler",
                State.DONE,
                List.of("a"),
                Instant.EPOCH.plusSeconds(3),
                Duration.ofSeconds(10),
                "")),
        bench.history.events());
    bench.run(FenceAction.ON);
    FenceEvent failed = bench.history.last("n1").orElseThrow();
    assertEquals(State.FAILED, failed.state());
    assertEquals("`a` failed to do on after 1000 ms: no power switch there", failed.reason());
    bench.history.forget("n1");
    assertEquals(List.of(), bench.history.events());
  }

  @Test
  void historyForgetsTheOldest() {
    bench.power("a");
    for (int i = 0; i < 5; i++) {
      bench.run(FenceAction.OFF);
    }
    assertEquals(List.of(5L, 4L, 3L), bench.history.events().stream().map(FenceEvent::id).toList());
  }

  @Test
  void personsWordEndsWhatIsUnderWayAndAsksNoFurtherDevice() {
    bench.power("a").power("b").level(1, "a").level(2, "b");
    bench.agents.on("fence_a reboot", FakeAgents.HANGS);
    Fencer fencer = bench.fencer();
    CompletableFuture<FenceResult> result = fencer.fence(Bench.request(FenceAction.REBOOT));
    bench.time.pass(Duration.ofSeconds(5));
    assertFalse(result.isDone());
    FenceEvent event = fencer.confirm("n1", "alice");
    assertEquals(State.CONFIRMED, event.state());
    assertEquals("alice", event.by());
    assertEquals(Kind.CONFIRMED, result.join().kind());
    assertEquals("`alice` confirmed it by hand", result.join().reason());
    assertEquals(Duration.ofSeconds(5), result.join().took());
    bench.time.passAll();
    assertEquals(List.of("0 fence_a reboot n1"), bench.agents.calls());
    assertEquals(
        List.of(State.CONFIRMED, State.CONFIRMED),
        bench.history.events().stream().map(FenceEvent::state).toList());
  }

  @Test
  void agentsAreAskedInAdvanceWhatTheyCanDo() {
    bench.power("a");
    Fencer fencer = bench.fencer();
    bench.agents.remove("fence_a");
    assertEquals(Kind.DONE, fencer.fence(Bench.request(FenceAction.REBOOT)).join().kind());
  }

  @Test
  void moreThanTheLimitIsRefusedAndNotBegun() {
    bench.power("a", "pcmk_host_check", "none", "pcmk_action_limit", "-1");
    bench.agents.on("fence_a off", FakeAgents.HANGS);
    Fencer fencer = bench.fencer();
    for (int i = 0; i < Fencer.LIMIT; i++) {
      CompletableFuture<FenceResult> one = fencer.fence(node("node" + i));
      assertFalse(one.isDone());
    }
    assertEquals("200 requests are under way already", fencer.fence(node("more")).join().reason());
    assertEquals(Fencer.LIMIT, bench.agents.calls().size());
  }

  @Test
  void onlyWhatIsDoneToNodesCanBeRequested() {
    assertEquals(
        "`status` does nothing to a node: expected `off`, `reboot` or `on`",
        assertThrows(IllegalArgumentException.class, () -> Bench.request(FenceAction.STATUS))
            .getMessage());
  }

  private static FenceRequest node(String name) {
    return new FenceRequest(name, FenceAction.OFF, "scheduler", Duration.ZERO, Bench.TIMEOUT);
  }
}

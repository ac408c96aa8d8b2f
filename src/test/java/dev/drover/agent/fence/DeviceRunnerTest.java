package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.process.Ended.How;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Turns, tries and timeouts of one device. */
class DeviceRunnerTest {
  private final Bench bench = new Bench();

  @Test
  void deviceDoesOneThingAtATimeInOrder() {
    bench.power("a");
    bench.agents.on("fence_a off", FakeAgents.takes(10));
    Device device = Bench.made("a");
    run(device, FenceAction.OFF);
    run(device, FenceAction.ON);
    run(device, FenceAction.OFF);
    bench.time.passAll();
    assertEquals(
        List.of("0 fence_a off n1", "10 fence_a on n1", "10 fence_a off n1"), bench.agents.calls());
  }

  @Test
  void deviceDoesAsManyThingsAtATimeAsItIsAllowed() {
    bench.power("a");
    bench.agents.on("fence_a off", FakeAgents.takes(10));
    Device device = Bench.made("a", "pcmk_action_limit", "2");
    run(device, FenceAction.OFF);
    run(device, FenceAction.OFF);
    run(device, FenceAction.OFF);
    bench.time.passAll();
    assertEquals(
        List.of("0 fence_a off n1", "0 fence_a off n1", "10 fence_a off n1"), bench.agents.calls());
  }

  @Test
  void whoWaitsTooLongIsToldAndNeverRun() {
    bench.power("a");
    bench.agents.on("fence_a off", FakeAgents.takes(50));
    Device device = Bench.made("a", "pcmk_on_timeout", "20s");
    run(device, FenceAction.OFF);
    CompletableFuture<FenceOutcome> late = run(device, FenceAction.ON);
    bench.time.pass(Duration.ofSeconds(20));
    assertEquals("it was busy with other actions all the time", late.join().reason());
    bench.time.passAll();
    assertEquals(List.of("0 fence_a off n1"), bench.agents.calls());
  }

  @Test
  void tooManyThatWaitAreRefused() {
    bench.power("a");
    bench.agents.on("fence_a off", FakeAgents.HANGS);
    Device device = Bench.made("a");
    for (int i = 0; i <= Turns.WAITING; i++) {
      run(device, FenceAction.OFF);
    }
    assertEquals(How.NOT_STARTED, run(device, FenceAction.OFF).join().how());
  }

  @Test
  void failedActionIsTriedAsOftenAsConfiguredWhileThereIsTime() {
    bench.power("a");
    bench.agents.on("fence_a off", FakeAgents.FAILS, FakeAgents.FAILS, FakeAgents.prints(""));
    CompletableFuture<FenceOutcome> outcome =
        run(Bench.made("a", "pcmk_off_retries", "3"), FenceAction.OFF);
    bench.time.passAll();
    assertEquals(true, outcome.join().isOk());
    assertEquals(
        List.of("0 fence_a off n1", "1 fence_a off n1", "2 fence_a off n1"), bench.agents.calls());
  }

  @Test
  void allTriesTogetherStayWithinTheTimeout() {
    bench.power("a");
    FakeAgents.Answer slow =
        new FakeAgents.Answer(Duration.ofSeconds(7), How.EXITED, 1, "too slow");
    bench.agents.on("fence_a off", slow);
    CompletableFuture<FenceOutcome> outcome =
        run(Bench.made("a", "pcmk_off_retries", "9", "pcmk_off_timeout", "20s"), FenceAction.OFF);
    bench.time.pass(Duration.ofSeconds(20));
    assertEquals(How.TIMED_OUT, outcome.join().how());
    assertEquals(
        List.of("0 fence_a off n1", "8 fence_a off n1", "16 fence_a off n1"), bench.agents.calls());
  }

  @Test
  void deviceIsFreeAgainWhateverWentWrong() {
    bench.power("a");
    FenceAgent broken =
        call -> {
          if (call.action().equals("off")) {
            throw new IllegalStateException("broken");
          }
          return bench.agents.run(call);
        };
    DeviceRunner runner =
        new DeviceRunner(broken, new KnownAgents(broken, bench.agents), bench.time);
    Device device = Bench.made("a");
    assertEquals(
        "java.lang.IllegalStateException: broken",
        runner.run(device, FenceAction.OFF, "n1", Bench.TIMEOUT).join().reason());
    assertEquals(true, runner.run(device, FenceAction.ON, "n1", Bench.TIMEOUT).join().isOk());
  }

  @Test
  void agentIsAskedAgainForMetadataThatItDidNotGive() {
    Device device = Bench.made("a");
    assertEquals("`fence_a` is not installed", run(device, FenceAction.OFF).join().reason());
    bench.power("a");
    assertEquals(true, run(device, FenceAction.OFF).join().isOk());
  }

  private CompletableFuture<FenceOutcome> run(Device device, FenceAction action) {
    return bench.runner.run(device, action, "n1", Bench.TIMEOUT);
  }
}

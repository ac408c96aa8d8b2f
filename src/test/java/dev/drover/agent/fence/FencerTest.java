package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.FenceResult.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One device after the other, until the node is fenced. */
class FencerTest {
  private final Bench bench = new Bench();

  @Test
  void whetherPowerWasCutIsUpToTheDevicesThatDidIt() {
    bench.power("a").device("b").level(1, "a", "b");
    bench.agents.knows("fence_b", "port", "on", "off");
    assertEquals(Kind.KEPT_OUT, bench.run(FenceAction.OFF).kind());
    Bench second = new Bench();
    second.power("a", "pcmk_reboot_action", "off").device("b").level(1, "b").level(2, "a");
    second.agents.knows("fence_b", "port", "on", "off").on("fence_b off", FakeAgents.FAILS);
    assertEquals(Kind.DONE, second.run(FenceAction.REBOOT).kind());
    Bench third = new Bench();
    third.device("k").agents.knows("fence_k", "port", "off");
    assertEquals(Kind.KEPT_OUT, third.run(FenceAction.REBOOT).kind(), third.agents::toString);
  }

  @Test
  void firstDeviceThatReachesTheNodeFencesIt() {
    bench.power("a", "pcmk_host_list", "n2").power("b").power("c");
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(Kind.DONE, result.kind());
    assertEquals(List.of("b"), result.devices());
    assertEquals(List.of("0 fence_b reboot n1"), bench.agents.calls());
    assertEquals(
        "`a` was not asked for reboot: `n1` is not in its pcmk_host_list or pcmk_host_map",
        result.attempts().get(0).toString());
  }

  @Test
  void nextDeviceIsAskedWhereOneFails() {
    bench.power("a").power("b");
    bench.agents.on("fence_a reboot", FakeAgents.FAILS);
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(List.of("b"), result.devices());
    assertEquals(
        List.of("0 fence_a reboot n1", "1 fence_a reboot n1", "1 fence_b reboot n1"),
        bench.agents.calls());
    assertEquals(Duration.ofSeconds(1), result.took());
  }

  @Test
  void failureTellsOfEachDeviceWhy() {
    bench.power("a").power("b", "pcmk_reboot_retries", "1").device("c");
    bench.agents.on("fence_a reboot", FakeAgents.HANGS);
    bench.agents.on("fence_b reboot", FakeAgents.FAILS);
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(Kind.FAILED, result.kind());
    assertEquals(List.of(), result.devices());
    assertEquals(
        "`a` failed to do reboot after 60000 ms: killed;"
            + " `b` failed to do reboot after 0 ms: no power switch there;"
            + " `c` was not asked for reboot: `fence_c` is not installed",
        result.reason());
    assertEquals(Duration.ofSeconds(60), result.took());
  }

  @Test
  void withoutDevicesNothingIsFenced() {
    assertEquals("there is no fence device", bench.run(FenceAction.OFF).reason());
  }

  @Test
  void deviceIsForANodeUnlessEachSaysThatItIsNot() {
    assertFalse(isFor(), "there is none");
    bench.power("a", "pcmk_host_list", "n2");
    assertFalse(isFor());
    bench.device("c");
    assertTrue(isFor(), "its agent is not installed: nobody knows");
  }

  private boolean isFor() {
    CompletableFuture<Boolean> result = bench.fencer().isFor("n1", Bench.TIMEOUT);
    bench.time.passAll();
    return result.join();
  }

  @Test
  void delaysOfRequestAndDeviceAddUpBeforeTheFirstDeviceOnly() {
    bench.power("a", "pcmk_delay_base", "n1:5s;n2:9s", "pcmk_reboot_retries", "1");
    bench.power("b", "pcmk_delay_base", "20s");
    bench.agents.on("fence_a reboot", FakeAgents.FAILS);
    FenceRequest request =
        new FenceRequest(
            "n1", FenceAction.REBOOT, "scheduler", Duration.ofSeconds(2), Bench.TIMEOUT);
    CompletableFuture<FenceResult> result = bench.fencer().fence(request);
    bench.time.passAll();
    assertEquals(List.of("7 fence_a reboot n1", "7 fence_b reboot n1"), bench.agents.calls());
    assertEquals(Duration.ofSeconds(7), result.join().took());
  }

  private CompletableFuture<FenceResult> delayed(Fencer fencer) {
    return fencer.fence(
        new FenceRequest(
            "n1", FenceAction.REBOOT, "scheduler", Duration.ofSeconds(15), Bench.TIMEOUT));
  }

  @Test
  void whatIsWithdrawnWhileItIsDelayedAsksNoDevice() {
    bench.power("a");
    Fencer fencer = bench.fencer();
    CompletableFuture<FenceResult> result = delayed(fencer);
    bench.time.pass(Duration.ofSeconds(14));
    fencer.withdraw("n2", "another one");
    assertFalse(result.isDone());
    fencer.withdraw("N1", "it is heard again");
    assertEquals(Kind.FAILED, result.join().kind());
    assertEquals("it is heard again", result.join().reason());
    bench.time.passAll();
    assertEquals(List.of(), bench.agents.calls());
    assertEquals(FenceEvent.State.FAILED, bench.history.events().get(0).state());
    CompletableFuture<FenceResult> next = delayed(fencer);
    bench.time.passAll();
    assertEquals(Kind.DONE, next.join().kind(), "it is asked for anew");
  }

  @Test
  void onceADeviceHasBeenAskedItGoesOn() {
    bench.power("a").power("b");
    bench.agents.on("fence_a reboot", FakeAgents.FAILS);
    Fencer fencer = bench.fencer();
    CompletableFuture<FenceResult> result = delayed(fencer);
    bench.time.pass(Duration.ofSeconds(15));
    fencer.withdraw("n1", "it is heard again");
    bench.time.passAll();
    assertEquals(List.of("b"), result.join().devices(), "nobody knows what the first one has done");
  }

  @Test
  void turningOnIsNotDelayed() {
    bench.power("a", "pcmk_delay_base", "5s");
    bench.run(FenceAction.ON);
    assertEquals(List.of("0 fence_a on n1"), bench.agents.calls());
  }

  @Test
  void allDevicesThatKeepTheNodeOutLetItIn() {
    bench.power("a").device("b").device("c").device("d", "provides", "unfencing");
    bench.agents.knows("fence_b", "port", "on*", "off");
    bench.agents.knows("fence_c", "port", "on*", "off").knows("fence_d", "port", "on", "off");
    assertEquals(List.of("b", "c", "d"), bench.run(FenceAction.ON).devices());
    bench.agents.on("fence_c on", FakeAgents.FAILS);
    assertEquals(Kind.FAILED, bench.run(FenceAction.ON).kind());
  }

  @Test
  void deviceWithoutRebootTurnsOffAndLetsNobodyBackWhoStillRuns() {
    bench.device("a");
    bench.agents.knows("fence_a", "port", "on", "off");
    assertEquals(Kind.KEPT_OUT, bench.run(FenceAction.REBOOT).kind());
    assertEquals(List.of("0 fence_a off n1"), bench.agents.calls());
  }

  @Test
  void configuredWordIsSentInPlaceOfReboot() {
    bench.device("a", "pcmk_reboot_action", "cycle", "pcmk_host_map", "n1:7");
    bench.agents.knows("fence_a", "port", "on", "off");
    bench.run(FenceAction.REBOOT);
    assertEquals(List.of("0 fence_a cycle 7"), bench.agents.calls());
  }
}

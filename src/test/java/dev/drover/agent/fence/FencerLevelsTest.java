package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.fence.FenceResult.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels: all devices of one, or the next one. */
class FencerLevelsTest {
  private final Bench bench = new Bench();

  @Test
  void hangingDeviceIsEndedAndTheNextLevelTried() {
    bench.power("a", "pcmk_reboot_timeout", "20s").power("b").level(1, "a").level(2, "b");
    bench.agents.on("fence_a reboot", FakeAgents.HANGS);
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(Kind.DONE, result.kind());
    assertEquals(List.of("b"), result.devices());
    assertEquals(List.of("0 fence_a reboot n1", "20 fence_b reboot n1"), bench.agents.calls());
  }

  @Test
  void levelsAreTriedInTheOrderOfTheirNumbers() {
    bench.power("a").power("b").level(9, "a").level(2, "b");
    assertEquals(List.of("b"), bench.run(FenceAction.OFF).devices());
  }

  @Test
  void rebootOfSeveralDevicesTurnsAllOffBeforeAnyIsOn() {
    bench.power("a").power("b").level(1, "a", "b");
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(
        List.of("0 fence_a off n1", "0 fence_b off n1", "0 fence_a on n1", "0 fence_b on n1"),
        bench.agents.calls());
    assertEquals(List.of("a", "b"), result.devices());
  }

  @Test
  void nodeThatIsOffIsFencedThoughItDoesNotComeBack() {
    bench.power("a").power("b").level(1, "a", "b");
    bench.agents.on("fence_a on", FakeAgents.FAILS);
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(Kind.DONE, result.kind());
    assertEquals(
        "`a` failed to do on after 1000 ms: no power switch there",
        result.attempts().get(2).toString());
    assertEquals("1 fence_b on n1", bench.agents.calls().get(4));
  }

  @Test
  void levelFailsWhereOneOfItsDevicesDoes() {
    bench.power("a").power("b").power("c").level(1, "a", "b").level(2, "c");
    bench.agents.on("fence_b off", FakeAgents.FAILS);
    assertEquals(List.of("a", "c"), bench.run(FenceAction.REBOOT).devices());
    assertEquals(
        List.of("0 fence_a off n1", "0 fence_b off n1", "1 fence_b off n1", "1 fence_c reboot n1"),
        bench.agents.calls());
  }

  @Test
  void devicesThatLetNodesInWhenTheyJoinAreNotTurnedOn() {
    bench.power("a").device("b").device("c", "pcmk_reboot_action", "off").level(1, "a", "b", "c");
    bench.agents.knows("fence_b", "port", "on*", "off").knows("fence_c", "port", Bench.POWER);
    assertEquals(Kind.KEPT_OUT, bench.run(FenceAction.REBOOT).kind());
    assertEquals(
        List.of("0 fence_a off n1", "0 fence_b off n1", "0 fence_c off n1", "0 fence_a on n1"),
        bench.agents.calls());
  }

  @Test
  void levelWithoutPowerSwitchLeavesTheNodeOff() {
    bench.device("a").device("b").level(1, "a", "b");
    bench.agents.knows("fence_a", "port", "on", "off").knows("fence_b", "port", "on", "off");
    bench.run(FenceAction.REBOOT);
    assertEquals(List.of("0 fence_a off n1", "0 fence_b off n1"), bench.agents.calls());
  }

  @Test
  void levelIsLeftAloneAsAWholeWhereADeviceIsOfNoUse() {
    bench.power("a").power("b", "pcmk_host_list", "n2").power("c");
    bench.level(1, "a", "b").level(2, "a", "gone").level(3, "c");
    FenceResult result = bench.run(FenceAction.REBOOT);
    assertEquals(List.of("0 fence_c reboot n1"), bench.agents.calls());
    assertEquals(
        List.of(
            "`b` was not asked for reboot: `n1` is not in its pcmk_host_list or pcmk_host_map",
            "`gone` was not asked for reboot: this node has no device of that name",
            "`c` did reboot in 0 ms"),
        result.attempts().stream().map(Attempt::toString).toList());
  }

  @Test
  void otherDevicesAreNotUsedWhereThereAreLevels() {
    bench.power("a").power("b").level(1, "a");
    bench.agents.on("fence_a reboot", FakeAgents.FAILS);
    assertEquals(Kind.FAILED, bench.run(FenceAction.REBOOT).kind());
    assertEquals(List.of("0 fence_a reboot n1", "1 fence_a reboot n1"), bench.agents.calls());
  }
}

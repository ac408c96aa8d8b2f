package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.lab.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/deeds} finds different between a simulation and what a cluster told. */
class DeedsTest {
  /** The start waits for the fencing by way of a pseudo action; the stop waits for nothing. */
  private static final String SIMULATED =
      """
      {"steps": [{"step": "power-cut", "decisions": [{"decision": {
        "currentStatus": {"resources": [
          {"id": "web", "activeOn": {"b": "started"}}, {"id": "spare"}]},
        "actions": [
          {"id": 1, "kind": "fence", "task": "stonith", "node": "a"},
          {"id": 2, "kind": "pseudo", "task": "stopped", "resource": "site", "after": [1]},
          {"id": 3, "kind": "resource", "task": "start", "resource": "web", "node": "b", "after": [2]},
          {"id": 4, "kind": "resource", "task": "stop", "resource": "spare", "node": "b"}],
        "executed": [{"action": 4}, {"action": 1}, {"action": 2}, {"action": 3}]}}]}]}
      """;

  private static final String STOP =
      "stop of spare on b: node availability\nstop of spare on b done\n";
  private static final String FENCE = "fence a: it is lost\nfencing a (reboot) done: off and on\n";
  private static final String START = "start of web on b\nstart of web on b done\n";

  @TempDir private Path folder;

  @BeforeEach
  void python() {
    Program.needPython();
  }

  @Test
  void whatThePlanLeavesUnorderedMayBeInAnyOrder() throws Exception {
    assertSame(STOP + FENCE + START);
    assertSame(FENCE + START + STOP);
    assertSame(
        "fencing a done: by power in 80 ms; because peer is no longer part of the cluster; b goes on alone\n"
            + STOP
            + START);
  }

  @Test
  void whatBeganBeforeWhatItWaitsForHadEndedIsTold() throws Exception {
    assertDifferent(START + FENCE + STOP, "live `start web on b` began before `fence a` had ended");
    assertDifferent(
        "fence a: it is lost\n" + START + "fencing a (reboot) done: off\n" + STOP,
        "live `start web on b` began before `fence a` had ended");
  }

  @Test
  void whatIsMissingOrTooMuchIsTold() throws Exception {
    assertDifferent(FENCE + START, "only simulated: stop spare on b");
    assertDifferent(STOP + FENCE + START + START, "only live: start web on b");
  }

  @Test
  void aStepThatWasNotReachedIsNoSuccess() throws Exception {
    Ended ended = compare("", "");
    assertEquals(1, ended.code(), ended.said());
    assertTrue(ended.said().contains("power-cut: NOT REACHED"), ended.said());
  }

  @Test
  void whoServesElsewhereThanSimulatedIsTold() throws Exception {
    Ended ended = compare(STOP + FENCE + START, "power-cut 0 web=a spare=-\n");
    assertEquals(1, ended.code(), ended.said());
    assertTrue(
        ended.said().contains("! `web` runs on `b` simulated, `a` served live"), ended.said());
    assertFalse(ended.said().contains("`spare`"), ended.said());
  }

  private void assertSame(String told) throws Exception {
    Ended ended = compare(told, "power-cut 0 web=b spare=-\n");
    assertEquals(0, ended.code(), ended.said());
    assertTrue(ended.said().contains("power-cut: the same 3 deeds"), ended.said());
    assertFalse(ended.said().contains("!"), ended.said());
  }

  private void assertDifferent(String told, String how) throws Exception {
    Ended ended = compare(told, "power-cut 0\n");
    assertEquals(1, ended.code(), ended.said());
    assertTrue(ended.said().contains("! " + how), ended.said());
  }

  private Ended compare(String told, String steps) throws Exception {
    Path simulated = Files.writeString(folder.resolve("simulated"), SIMULATED);
    Path events =
        Files.writeString(
            folder.resolve("events"), told.replaceAll("(?m)^(?=.)", "7 2026-01-01T00:00:00.1Z "));
    Path begins = Files.writeString(folder.resolve("steps"), steps);
    return Program.run(
        Map.of(),
        "bin/deeds",
        "compare",
        simulated.toString(),
        events.toString(),
        begins.toString());
  }
}

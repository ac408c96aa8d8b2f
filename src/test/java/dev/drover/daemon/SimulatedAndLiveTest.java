package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.cli.Schedulers;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.Story;
import dev.drover.text.yaml.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The validator pair does live what the simulator says that it does. Both are given the same
 * cluster file, in which only the monitors are more frequent and the delay of fencing is shorter,
 * so that nobody waits for them; live the agents are pretended, and all else is real.
 */
@ResourceLock(Ring.LOCK)
class SimulatedAndLiveTest {
  private static final String EVENTS =
      """
      scenario: the-validator-pair-as-it-lives
      about: What is done to the live pair, too.
      cluster: cluster.yaml
      start: unseen
      steps:
        - when: [{comes-up: [pcmk1, pcmk2]}]
        - when: [{fails: {resource: peerservice, operation: monitor, on: pcmk1, code: 7}}]
        - when: [{standby: pcmk1}]
        - when: [{unstandby: pcmk1}]
        - when: [{loses-power: pcmk2}]
        - when: [{comes-up: pcmk2}]
      """;

  @TempDir Path folder;

  private final Stage stage = new Stage();
  private int compared;

  @Test
  void theValidatorPairDoesLiveWhatTheSimulatorSays() throws Exception {
    String text =
        Files.readString(Path.of("scenarios/validator-pair/cluster.yaml"))
            .replace("monitor: 10s", "monitor: 1s")
            .replace("monitor: 1min", "monitor: 1s")
            .replace("priority-fencing-delay: 15s", "priority-fencing-delay: 1s");
    List<StepReport> steps = simulated(text);
    try (Ring ring = new Ring(folder, "pcmk1", "pcmk2").on(stage)) {
      ring.start("pcmk1", "pcmk2").configure(text);
      compare(ring, steps.get(0));
      stage.kill("peerservice", "pcmk1");
      compare(ring, steps.get(1));
      standby(ring, Map.of("value", "on"));
      compare(ring, steps.get(2));
      standby(ring, Map.of());
      compare(ring, steps.get(3));
      ring.kill("pcmk2");
      stage.powerOff("pcmk2");
      compare(ring, steps.get(4));
      assertEquals(List.of("pcmk2"), ring.fenced());
      assertEquals(List.of("pcmk2"), fenced(steps));
      ring.start("pcmk2");
      compare(ring, steps.get(5));
      assertEquals(List.of(), ring.mistakes());
    }
  }

  private List<StepReport> simulated(String text) throws Exception {
    Path file = folder.resolve("simulated");
    Files.createDirectory(file);
    Files.writeString(file.resolve("cluster.yaml"), text);
    List<StepReport> steps =
        Story.tell(
            Schedulers.of(Path.of("rules"))::explain, ScenarioReader.read(EVENTS, "events", file));
    steps.forEach(
        step -> assertTrue(step.holds(), () -> step.violations() + " " + step.troubles()));
    return steps;
  }

  private static void standby(Ring ring, Map<String, String> value) throws Exception {
    Map<String, String> words = new TreeMap<>(value);
    words.putAll(Map.of("kind", "NODE_ATTRIBUTE", "subject", "pcmk1", "name", "standby"));
    assertEquals(0, ring.ask("amend", words).exit());
  }

  private static List<String> fenced(List<StepReport> steps) {
    return steps.stream()
        .flatMap(step -> step.performed().stream())
        .map(performed -> performed.executed().action())
        .filter(action -> action.kind() == ActionKind.FENCE)
        .map(Action::node)
        .toList();
  }

  private static List<Deed> deeds(StepReport step) {
    List<Deed> deeds = new ArrayList<>();
    step.performed().stream()
        .filter(performed -> !performed.lost())
        .map(performed -> performed.executed().action())
        .filter(action -> action.kind() == ActionKind.RESOURCE)
        .forEach(
            action ->
                deeds.add(
                    new Deed(
                        action.task().equals("monitor") && action.intervalMs() == 0
                            ? "probe"
                            : action.task(),
                        String.valueOf(action.resource()),
                        String.valueOf(action.node()))));
    return deeds;
  }

  private void compare(Ring ring, StepReport step) throws Exception {
    List<Deed> expected = deeds(step);
    assertFalse(expected.isEmpty(), "something is done in each step");
    try {
      ring.until("as much is done", () -> stage.since(compared).size() >= expected.size());
      ring.until("nothing is under way", ring::rests);
    } finally {
      assertEquals(
          "simulated:\n" + Deed.rows(expected),
          "simulated:\n" + Deed.rows(stage.since(compared)),
          () -> "simulated " + expected + "\nlive " + stage.since(compared) + "\n" + ring.said());
    }
    compared += stage.since(compared).size();
  }
}

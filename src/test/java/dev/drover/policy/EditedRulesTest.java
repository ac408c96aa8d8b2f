package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.rules.RuleBase;
import dev.drover.rules.RuleTerms;
import dev.drover.simulate.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who edits a rule file sees the effect in the next simulation: nothing has to be built. */
class EditedRulesTest {
  private static final Path PAIR = ScenarioRun.FOLDER.resolve("validator-pair");

  @TempDir Path rules;

  @Test
  void withoutTheRulesOfColocationTheTwoGroupsMayShareAMachine() throws IOException {
    Path scenario = PAIR.resolve("active-node-loses-power.yaml");
    assertTrue(holds(tell(scenario, Policy.rules())));

    copy();
    Files.delete(rules.resolve("3-score/colocation.drl"));
    List<StepReport> told = tell(scenario, RuleTerms.load(rules));

    assertFalse(holds(told));
    assertTrue(
        told.stream()
            .flatMap(step -> step.after().values().stream())
            .anyMatch(EditedRulesTest::hasBothGroups),
        "Peer and Ctz run on one machine at the end of some step");
  }

  @Test
  void aThresholdOfTwoInARuleMovesTheGroupAfterTheSecondFailure() throws IOException {
    Path scenario = PAIR.resolve("peerservice-past-its-threshold.yaml");
    assertEquals("pcmk1", whereIsPeer(tell(scenario, Policy.rules()).get(2)));

    copy();
    Path bans = rules.resolve("3-score/failure-bans.drl");
    String written = Files.readString(bans);
    String edited = written.replace("count >= $limit)", "count >= 2)");
    assertFalse(edited.equals(written), "the condition that this test edits");
    Files.writeString(bans, edited);

    assertEquals("pcmk2", whereIsPeer(tell(scenario, RuleTerms.load(rules)).get(2)));
  }

  private static List<StepReport> tell(Path scenario, RuleBase rules) {
    return ScenarioRun.run(scenario, Policy.scheduler(rules)).reports();
  }

  private static boolean holds(List<StepReport> told) {
    return told.stream().allMatch(StepReport::holds);
  }

  private static boolean hasBothGroups(Map<String, ?> running) {
    return running.containsKey("peerservice") && running.containsKey("ctzservice");
  }

  private static String whereIsPeer(StepReport step) {
    return step.after().entrySet().stream()
        .filter(machine -> machine.getValue().containsKey("peerservice"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("nowhere");
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(Policy.RULES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = rules.resolve(Policy.RULES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}

package dev.drover.text.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.scenario.Expectation;
import dev.drover.scenario.Scenario;
import dev.drover.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFilesTest {
  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("cluster.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioIsNamedAsItsFileSaysWhatItIsForAndExpectsSomethingOfEveryStep(Path file)
      throws Exception {
    Scenario scenario = ScenarioReader.read(file);
    assertEquals(file.getFileName().toString(), scenario.name() + ".yaml");
    assertFalse(scenario.about().isEmpty());
    for (Step step : scenario.steps()) {
      assertFalse(step.expectations().isEmpty(), step.sentence());
      assertTrue(
          step.expectations().stream().map(Expectation::sentence).noneMatch(String::isEmpty));
    }
  }
}

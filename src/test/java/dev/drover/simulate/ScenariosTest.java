package dev.drover.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.cli.Schedulers;
import dev.drover.scenario.Scenario;
import dev.drover.schedule.Scheduler;
import dev.drover.text.InputException;
import dev.drover.text.story.StoryText;
import dev.drover.text.yaml.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario file holds with the rules as they are. */
class ScenariosTest {
  private static final Path FOLDER = Path.of("scenarios");

  private final Scheduler scheduler = Schedulers.of(Path.of("rules"));

  @TestFactory
  Stream<DynamicTest> everyScenarioHolds() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> scenarios = files.filter(ScenariosTest::isScenario).sorted().toList();
      return scenarios.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> tell(file)));
    }
  }

  private static boolean isScenario(Path file) {
    return file.toString().endsWith(".yaml") && !file.endsWith("cluster.yaml");
  }

  private void tell(Path file) throws InputException {
    Scenario scenario = ScenarioReader.read(file);
    List<StepReport> steps = Story.tell(scheduler::explain, scenario);
    assertTrue(
        steps.stream().allMatch(StepReport::holds),
        () -> StoryText.of(scenario.name(), steps, false));
  }
}

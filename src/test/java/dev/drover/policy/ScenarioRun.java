package dev.drover.policy;

import dev.drover.model.ClusterState;
import dev.drover.plan.Because;
import dev.drover.plan.Decision;
import dev.drover.scenario.Scenario;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.StepReport;
import dev.drover.simulate.Story;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario as it came out, with everything that was decided on the way.
 *
 * @param name its file
 * @param asked in the order in which it was asked
 */
record ScenarioRun(String name, List<Asked> asked, List<StepReport> reports) {
  static final Path FOLDER = Path.of("scenarios");

  /** A question to the scheduler, and its answer with reasons. */
  record Asked(ClusterState state, Instant now, Decision decision) {
    /** The rules whose conclusions the answer rests on. */
    Set<String> rules() {
      return decision.trace().stream().map(Because::rule).collect(Collectors.toSet());
    }

    /**
     * The answer without the scores and reasons behind it: what is done and how, how the cluster
     * stands, and the report.
     */
    Decision outcome() {
      return outcome(decision);
    }

    static Decision outcome(Decision decision) {
      return new Decision(
          decision.before(),
          decision.outcomes(),
          decision.plan(),
          decision.conduct(),
          List.of(),
          List.of());
    }
  }

  private static final class Shipped {
    static final List<ScenarioRun> RUNS = tellAll();
  }

  /** Every scenario that ships with Drover, by the rules that do. */
  static List<ScenarioRun> all() {
    return Shipped.RUNS;
  }

  /** Every decision of every scenario. */
  static List<Asked> everythingAsked() {
    return all().stream().flatMap(run -> run.asked().stream()).toList();
  }

  private static List<ScenarioRun> tellAll() {
    Scheduler scheduler = Policy.scheduler(Policy.rules());
    return files().parallelStream().map(file -> run(file, scheduler)).toList();
  }

  static ScenarioRun run(Path file, Scheduler scheduler) {
    try {
      return run(file.toString(), ScenarioReader.read(file), scheduler);
    } catch (InputException mistaken) {
      throw new IllegalArgumentException(mistaken);
    }
  }

  static ScenarioRun run(String name, Scenario scenario, Scheduler scheduler) {
    List<Asked> asked = new ArrayList<>();
    List<StepReport> reports =
        Story.tell(
            (state, now) -> {
              Decision decision = scheduler.explain(state, now);
              asked.add(new Asked(state, now, decision));
              return decision;
            },
            scenario);
    return new ScenarioRun(name, List.copyOf(asked), reports);
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("cluster.yaml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

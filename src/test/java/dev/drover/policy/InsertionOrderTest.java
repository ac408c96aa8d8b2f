package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.plan.Decision;
import dev.drover.policy.ScenarioRun.Asked;
import dev.drover.rules.RuleTerms;
import dev.drover.schedule.Scheduler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is decided depends on the facts, and not on who came first. */
class InsertionOrderTest {
  private static final int STORIES = Integer.getInteger("drover.stories", 30);

  @Test
  void factsOfScenariosInAnyOrderGiveTheSameDecisionForTheSameReasons() {
    none(different(ScenarioRun.all().stream(), 1));
  }

  @Test
  void factsOfGeneratedStoriesInAnyOrderGiveTheSameDecisionForTheSameReasons() {
    Scheduler scheduler = Policy.scheduler(Policy.rules());
    none(
        different(
            LongStream.rangeClosed(1, STORIES)
                .mapToObj(
                    seed -> ScenarioRun.run("story " + seed, GeneratedStory.of(seed), scheduler)),
            2));
  }

  private static void none(List<String> different) {
    assertTrue(
        different.isEmpty(),
        () -> "the order of facts decides in\n" + String.join("\n", different));
  }

  private static List<String> different(Stream<ScenarioRun> runs, long seed) {
    Scheduler shuffled = Policy.scheduler(RuleTerms.shuffled(Policy.rules(), seed));
    Set<Asked> seen = ConcurrentHashMap.newKeySet();
    return runs.parallel()
        .flatMap(
            run ->
                run.asked().stream()
                    .filter(seen::add)
                    .filter(asked -> !isSame(asked, shuffled.explain(asked.state(), asked.now())))
                    .map(asked -> run.name() + " at " + asked.now() + " with seed " + seed))
        .sorted()
        .toList();
  }

  /**
   * Reasons come in the order of derivation, which may differ; what is compared is which there are.
   */
  private static boolean isSame(Asked asked, Decision decision) {
    return Asked.outcome(decision).equals(asked.outcome())
        && decision.scores().equals(asked.decision().scores())
        && new HashSet<>(decision.trace()).equals(new HashSet<>(asked.decision().trace()));
  }
}

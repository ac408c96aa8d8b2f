package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.plan.Decision;
import dev.drover.policy.ScenarioRun.Asked;
import dev.drover.rules.RuleTerms;
import dev.drover.schedule.Scheduler;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is decided depends on the facts, and not on who came first. */
class InsertionOrderTest {
  private static final long SEEDS = 2;

  @Test
  void factsInAnyOrderGiveTheSameDecisionForTheSameReasons() {
    List<String> different =
        LongStream.rangeClosed(1, SEEDS).boxed().flatMap(seed -> different(seed).stream()).distinct().sorted().toList();
    assertTrue(different.isEmpty(), () -> "the order of facts decides in\n" + String.join("\n", different));
  }

  private static List<String> different(long seed) {
    Scheduler shuffled = Policy.scheduler(RuleTerms.shuffled(Policy.rules(), seed));
    return ScenarioRun.all().parallelStream()
        .flatMap(
            run ->
                run.asked().stream()
                    .filter(asked -> !isSame(asked, shuffled.explain(asked.state(), asked.now())))
                    .map(asked -> run.file() + " at " + asked.now() + " with seed " + seed))
        .toList();
  }

  /** Reasons come in the order of derivation, which may differ; what is compared is which there are. */
  private static boolean isSame(Asked asked, Decision decision) {
    return Asked.outcome(decision).equals(asked.outcome())
        && decision.scores().equals(asked.decision().scores())
        && new HashSet<>(decision.trace()).equals(new HashSet<>(asked.decision().trace()));
  }
}

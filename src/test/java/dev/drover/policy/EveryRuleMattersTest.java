package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.plan.Decision;
import dev.drover.policy.ScenarioRun.Asked;
import dev.drover.rules.CatalogueEntry;
import dev.drover.rules.RuleTerms;
import dev.drover.schedule.Scheduler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rule that no scenario needs is either not tested or not good for anything. */
class EveryRuleMattersTest {
  /** Decisions with their rules, the smallest first: those are the quickest to make again. */
  private static final Map<Asked, Set<String>> RULES =
      ScenarioRun.everythingAsked().stream()
          .collect(Collectors.toMap(each -> each, Asked::rules, (a, b) -> a));

  private static final List<Asked> SMALLEST_FIRST =
      RULES.keySet().stream()
          .sorted(Comparator.comparingInt(each -> each.decision().trace().size()))
          .toList();

  @Test
  void everyRuleFiresInSomeScenario() {
    Set<String> fired = new HashSet<>();
    RULES.values().forEach(fired::addAll);
    none("never fire in any scenario", rule -> !fired.contains(rule.name()));
  }

  @Test
  void withoutAnyRuleSomeScenarioComesOutOtherwise() {
    none(
        "can be removed without a difference to any scenario",
        rule -> fires(rule) && !matters(rule));
  }

  private static boolean fires(CatalogueEntry rule) {
    return RULES.values().stream().anyMatch(rules -> rules.contains(rule.name()));
  }

  private static boolean matters(CatalogueEntry rule) {
    Scheduler without = Policy.scheduler(RuleTerms.without(Policy.rules(), rule.name()));
    return SMALLEST_FIRST.stream()
        .filter(asked -> RULES.get(asked).contains(rule.name()))
        .anyMatch(asked -> isOtherwise(without, asked));
  }

  private static boolean isOtherwise(Scheduler without, Asked asked) {
    try {
      Decision decision = without.decide(asked.state(), asked.now());
      return !Asked.outcome(decision).equals(asked.outcome());
    } catch (
        RuntimeException unthinkable) { // mechanism that relies on a rule cannot go on without it
      return true;
    }
  }

  private static void none(String what, Predicate<CatalogueEntry> bad) {
    Map<String, Integer> line = new HashMap<>();
    Policy.catalogue().rules().forEach(rule -> line.put(rule.name(), line.size()));
    List<CatalogueEntry> found =
        Policy.catalogue().rules().parallelStream()
            .filter(bad)
            .sorted(Comparator.comparing(rule -> line.get(rule.name())))
            .toList();
    String named =
        found.stream()
            .map(rule -> rule.file() + ":" + rule.line() + ": `" + rule.name() + "`")
            .collect(Collectors.joining("\n"));
    assertTrue(found.isEmpty(), () -> found.size() + " rules " + what + ":\n" + named);
  }
}

package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.model.sample.Isolate;
import dev.drover.model.sample.Seen;
import dev.drover.model.sample.Usable;
import dev.drover.plan.Because;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSessionTest {
  @TempDir private Path temp;

  private static final RuleBase RULES =
      RuleBase.load(Path.of("src/test/resources/rules/small"), null);

  @Test
  void stagesFireInTurnAndEveryConclusionHasItsReason() {
    try (RuleSession session = RULES.open()) {
      session.insertAll(List.of(new Seen("n1", true), new Seen("n2", false)));

      assertEquals(1, session.fire("1-assess"));
      assertEquals(List.of(new Usable("n1")), session.facts(Usable.class));
      assertEquals(List.of(), session.facts(Isolate.class), "the next stage waits for its turn");

      assertEquals(1, session.fire("2-fence"));
      assertEquals(List.of(new Isolate("n2", 1)), session.facts(Isolate.class));
      assertEquals(
          List.of(
              new Because(
                  "Usable[node=n1]",
                  "A node that is online is usable",
                  List.of("Seen[node=n1, online=true]")),
              new Because(
                  "Isolate[node=n2, spares=1]",
                  "A node that is not usable is fenced where another is left",
                  List.of("Seen[node=n2, online=false]", "1"))),
          session.trace());
      assertEquals(
          Set.of(
              "A node that is online is usable",
              "A node that is not usable is fenced where another is left"),
          session.firedRules());
    }
  }

  @Test
  void aStageFiresAgainWhenMoreFactsComeIn() {
    try (RuleSession session = RULES.open()) {
      session.insert(new Seen("n1", true));
      assertEquals(1, session.fire("1-assess"));
      assertEquals(0, session.fire("1-assess"));
      session.insert(new Seen("n2", true));
      assertEquals(1, session.fire("1-assess"));
    }
  }

  @Test
  void sessionsKnowNothingOfEachOther() {
    try (RuleSession one = RULES.open();
        RuleSession other = RULES.open()) {
      one.insert(new Seen("n1", true));
      one.fire("1-assess");
      other.fire("1-assess");
      assertEquals(List.of(), other.facts(Usable.class));
    }
  }

  @Test
  void aStageThatTheRulesDoNotHaveIsNamed() {
    try (RuleSession session = RULES.open()) {
      RuleProblemsException problem =
          assertThrows(RuleProblemsException.class, () -> session.fire("3-score"));
      assertEquals(
          "rules: found `1-assess`, `2-fence`, expected a stage `3-score`", problem.getMessage());
    }
  }

  @Test
  void rulesWithoutAnEndAreStopped() {
    Path endless =
        Written.folder(
            temp,
            "1-a/a.drl",
            Written.rule(
                "Each makes the next",
                "  Isolate($n : node, $s : spares)",
                "  insertLogical(new Isolate($n, $s + 1));"));
    try (RuleSession session = RuleBase.load(endless, null).open(1_000)) {
      session.insert(new Isolate("n1", 0));
      RuleProblemsException problem =
          assertThrows(RuleProblemsException.class, () -> session.fire("1-a"));
      assertEquals(
          "rules/1-a: found `1000 firings without an end`, expected rules that come to an end\n"
              + "Maybe a rule makes a new fact out of its own conclusion",
          problem.getMessage());
    }
  }
}

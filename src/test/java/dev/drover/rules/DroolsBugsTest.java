package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.sample.Isolate;
import dev.drover.model.sample.Seen;
import dev.drover.model.sample.Usable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drools 10.0 to 10.2 can lose rules silently when rules join a network whose segments are laid out
 * already, which happens for every DRL package but the largest. That Drover's files are all one
 * package avoids both; these hold it.
 */
class DroolsBugsTest {
  @TempDir private Path temp;

  /** Drools issue 7109. */
  @Test
  void aCountThatComesTrueLaterFiresThoughAnotherRuleSharesItsFirstCondition() {
    String counts =
        Written.rule(
            "counts",
            "  Seen($n : node)\n  accumulate(Usable($u : node); $c : count($u); $c > 0)",
            "  insertLogical(new Isolate($n, $c.intValue()));");
    String joins = Written.rule("joins", "  Seen($n : node, online)\n  Usable(node == $n)", "");
    for (String[] order : List.of(new String[] {counts, joins}, new String[] {joins, counts})) {
      Path folder = temp.resolve(order[0].equals(counts) ? "first" : "last");
      Written.folder(
          folder,
          "1-a/a.drl",
          order[0],
          "1-a/b.drl",
          order[1],
          "2-b/c.drl",
          Written.rule("c", "  Seen()", ""));
      try (RuleSession session = RuleBase.load(folder, null).open()) {
        session.insert(new Seen("n1", true));
        session.fire("1-a");
        assertEquals(List.of(), session.facts(Isolate.class));
        session.insert(new Usable("n2"));
        session.fire("1-a");
        assertEquals(List.of(new Isolate("n1", 1)), session.facts(Isolate.class));
      }
    }
  }

  /** Drools issue 7115. */
  @Test
  void aNotInsideAnExistsFiresThoughAnotherRuleSharesTheFirstPartOfItsExists() {
    Written.folder(
        temp,
        "1-a/derives.drl",
        Written.rule("derives", "  Seen($n : node)", "  insertLogical(new Usable($n));"),
        "2-b/subject.drl",
        Written.rule(
            "subject",
            "  exists (Usable() and not Isolate(node == \"x\"))",
            "  insertLogical(new Isolate(\"y\", 0));"),
        "3-c/sibling.drl",
        Written.rule("sibling", "  exists (Usable() and Isolate(spares == 7))", ""));
    try (RuleSession session = RuleBase.load(temp, null).open()) {
      session.insert(new Seen("n1", true));
      assertEquals(1, session.fire("1-a"));
      assertEquals(1, session.fire("2-b"));
      assertEquals(List.of(new Isolate("y", 0)), session.facts(Isolate.class));
    }
  }
}

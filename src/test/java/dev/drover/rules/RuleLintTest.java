package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "salience 10",
        "no-loop true",
        "lock-on-active",
        "agenda-group \"x\"",
        "global List x",
        "function int f()",
        "eval(true)",
        "modify($x) {}",
        "update($x)",
        "insert(new A())",
        "delete($x)",
        "for (int i : x)",
        "while (true)",
        "System.exit(1)",
        "Runtime.getRuntime()",
        "new Thread(null)",
        "x.forName(y)",
        "$x.getClass()",
        "java.io.File.listRoots()",
        "drools.halt()",
        "declare X end",
        "query \"q\"",
        "timer (1s)",
        "Instant.now()",
      })
  void whatWouldMakeARuleMoreThanAConclusionIsRefused(String code) {
    List<RuleProblem> problems = check("rule \"r\"\nwhen\n  " + code + "\nthen\nend\n");
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(3, problems.get(0).line());
    assertTrue(problems.get(0).column() >= 3, problems.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// salience and eval(x) in a comment",
        "/* update($x)\n while (true) */",
        "A(text == \"for (x)\")",
        "A(updated, formation, querying == 1, systemd)",
        "A($class : className, recurring)",
      })
  void wordsThatOnlyLookLikeItAreFine(String code) {
    assertEquals(List.of(), check("rule \"r\"\nwhen\n  " + code + "\nthen\nend\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.File",
        "java.lang.reflect.*",
        "java.util.concurrent.Executors",
        "dev.drover.cli.Drover"
      })
  void importsFromElsewhereAreRefused(String name) {
    RuleProblem problem = check("import " + name + ";\n").get(0);
    assertEquals("import " + name, problem.found());
    assertEquals(8, problem.column());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.drover.model.*",
        "dev.drover.model.fact.Node",
        "java.util.List",
        "java.time.Duration"
      })
  void importsOfFactsAndPlainValuesAreFine(String name) {
    assertEquals(List.of(), check("import " + name + ";\n"));
  }

  @Test
  void aNameThatTwoRulesHaveIsRefusedWithBothPlaces() {
    String rule = Written.rule("Twice", "  A()", "");
    RuleFolder folder =
        new RuleFolder(
            Path.of("rules"), List.of(file("1-a/a.drl", rule), file("2-b/b.drl", "\n" + rule)));
    assertEquals(
        "rules/2-b/b.drl:2: found `Twice`, expected a name that no other rule has; 1-a/a.drl:1 has it too",
        RuleLint.check(folder).get(0).toString());
  }

  @Test
  void quotedTextMayBeLong() {
    assertEquals(
        List.of(),
        check("// " + "x".repeat(100_000) + "\nrule \"" + "long ".repeat(100_000) + "\"\n"));
  }

  @Test
  void moreRulesThanAnyoneCouldReadAreRefused() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= RuleLint.MAX_RULES; i++) {
      text.append("rule \"r").append(i).append("\"\nwhen\nthen\nend\n");
    }
    assertEquals(
        List.of("rules: found `10001 rules`, expected at most 10000"),
        check(text.toString()).stream().map(RuleProblem::toString).toList());
  }

  private static List<RuleProblem> check(String text) {
    return RuleLint.check(new RuleFolder(Path.of("rules"), List.of(file("1-a/a.drl", text))));
  }

  private static RuleFile file(String name, String text) {
    return new RuleFile(name.substring(0, name.indexOf('/')), name, "rules/" + name, text);
  }
}

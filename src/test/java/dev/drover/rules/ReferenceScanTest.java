package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that the lint of the text lets pass, and that may not run all the same. */
class ReferenceScanTest {
  private static final String EXPECTED =
      ", expected nothing but facts and plain values of `java.lang`, `java.util` and `java.time` in rule `A rule`";

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Seen($n : node, ProcessHandle.current().pid() > 0) | 5:19 | java.lang.ProcessHandle.current",
        "Seen($n : node, StackWalker.getInstance() != null) | 5:19 | java.lang.StackWalker.getInstance",
        "Seen($n : node, Integer.getInteger(node) == null)  | 5:19 | java.lang.Integer.getInteger",
        "Seen($n : node, Collections.emptyList().isEmpty())  | |",
        "Seen($n : node, new Formatter(node) != null)       | 5:23 | java.util.Formatter",
        "Seen($n : node, new Scanner(node).hasNext())       | 5:23 | java.util.Scanner",
      })
  void aConditionThatReachesOutIsRefused(String when, String place, String found) {
    assertRefused(when, "insertLogical(new Usable($n));", place, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insertLogical(new Usable(\"\" + ProcessHandle.current().pid()));     | 7:33 | java.lang.ProcessHandle.current",
        "new Formatter($n); insertLogical(new Usable($n));                    | 7:7  | java.util.Formatter",
        "new Timer(true); insertLogical(new Usable($n));                      | 7:7  | java.util.Timer",
        "List.of($n).forEach(one -> new Scanner(one));                        | 7:34 | java.util.Scanner",
        "Optional.of($n).map(Scanner::new);                                    | 7:23 | java.util.Scanner",
        "\\u0053ystem.exit(1);                                                | 7:15 | java.lang.System.exit",
        "Collections.shuffle(new ArrayList<>(List.of($n)));                   | 7:3  | java.util.Collections.shuffle",
        "List<String> l = new ArrayList<>(List.of($n)); l.add(l.size() + \"\"); insertLogical(new Usable(l.get(0))); | |",
      })
  void aConclusionThatReachesOutIsRefused(String then, String place, String found) {
    assertRefused("Seen($n : node)", then, place, found);
  }

  @Test
  void aRuleIsBlamedForItsOwnReferencesOnly() {
    String fine = Written.rule("Fine", "  Seen($n : node)", "  insertLogical(new Usable($n));");
    String bad = Written.rule("Bad", "  Seen(ProcessHandle.current() != null)", "");
    Path folder = Written.folder(temp, "1-a/a.drl", fine + bad + fine.replace("Fine", "Fine too"));
    assertEquals(
        List.of("Bad"),
        assertThrows(RuleProblemsException.class, () -> RuleBase.load(folder, null))
            .problems()
            .stream()
            .map(RuleProblem::rule)
            .toList());
  }

  private void assertRefused(String when, String then, String place, String found) {
    String text = "import java.util.*;\n" + Written.rule("A rule", "  " + when, "  " + then);
    Path folder = Written.folder(temp, "1-a/a.drl", text);
    assertEquals(List.of(), RuleLint.check(RuleFolder.read(folder)), "the lint lets it pass");
    if (place == null) {
      RuleBase.load(folder, null);
      return;
    }
    String problem =
        assertThrows(RuleProblemsException.class, () -> RuleBase.load(folder, null)).getMessage();
    assertEquals(
        temp.resolve("1-a/a.drl") + ":" + place + ": found `" + found + "`" + EXPECTED, problem);
  }
}

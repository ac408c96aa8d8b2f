package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when a rule does not compile. */
class RuleProblemTest {
  private static final String NODE = "  Seen($n : node)";
  private static final String DONE = "  insertLogical(new Usable($n));";

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "  Sen($n : node)         | 4:3: found `Sen`, expected a fact that the file imports | `Seen` is meant",
        "  Seen(onlin, $n : node) | 4:8: found `onlin`, expected something that `Seen` has | `online` is meant",
        "  Seen($n : nod)         | 4:13: found `nod`, expected something that `Seen` has | `node` is meant",
        "  Seen($n node)          | 4:11: found `node`, expected a condition such as `Fact(field == $other)` |",
        "  Seen($n : node         | 5:1: found `then`, expected the end of the condition before it | a `)` is missing",
        "  Seen($n : node) Usable(node == $m) | 4:34: found `$m`, expected a variable that a condition of this rule binds | `$n` is meant",
        "  Seen($n : node) accumulate(Usable($u : node); $c : cuont($u)) | 4:54: found `cuont`, expected a function such as `count` or `collectList` | `count` is meant",
      })
  void aWrongConditionIsShownWithItsPlace(String when, String problem, String maybe) {
    assertProblem(when.replaceAll("^(?! )", "  "), DONE, problem, maybe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "insertLogical(new Usble($n));   | 6:21: found `Usble`, expected a fact that the file imports | `Usable` is meant",
        "insertLogical(new Usable($m));  | 6:28: found `$m`, expected a variable that a condition of this rule binds | `$n` is meant",
        "insertLogical(new Isolate($n));   | 6:17: found `new Isolate(String)`, expected `new Isolate(String node, int spares)` |",
        "insertLogical(new Usable($n))   | 5:1: found `then`, expected `;` in the conclusion |",
      })
  void aWrongConclusionIsShownWithItsPlace(String then, String problem, String maybe) {
    assertProblem(NODE, "  " + then, problem, maybe);
  }

  @Test
  void aConclusionThatReadsAFieldIsToldOfEachCall() {
    String then = "  insertLogical(new Isolate($s.node, $u.spares));";
    Path folder =
        Written.folder(
            temp, "1-a/a.drl", Written.rule("r", "  $s : Seen(online) $u : Isolate()", then));
    assertEquals(
        List.of("6:32: node `node()` is meant", "6:41: spares `spares()` is meant"),
        problems(folder).stream()
            .map(one -> one.line() + ":" + one.column() + ": " + one.found() + " " + one.maybe())
            .toList());
  }

  @Test
  void everyProblemOfEveryFileIsShownAtOnce() {
    Path folder =
        Written.folder(
            temp,
            "1-a/one.drl",
            Written.rule("one", "  Sen()", ""),
            "1-a/two.drl",
            Written.rule("two", "  Usble()", "") + Written.rule("three", "  Isolte()", ""));
    List<String> rules = problems(folder).stream().map(RuleProblem::rule).toList();
    assertEquals(List.of("one", "two", "three"), rules);
  }

  @Test
  void whatAMissingImportCausesIsNotShownTwice() {
    Path folder =
        Written.folder(
            temp,
            "1-a/a.drl",
            "import dev.drover.model.sample.Sene;\n" + Written.rule("r", NODE, DONE));
    assertEquals(
        List.of(
            temp.resolve("1-a/a.drl")
                + ":2:8: found `dev.drover.model.sample.Sene`, expected a class to import\n"
                + "Maybe `dev.drover.model.sample.Seen` is meant"),
        problems(folder).stream().map(RuleProblem::toString).toList());
  }

  @Test
  void anUnknownClassInsideAClassIsShownOnceAndNotForEveryRule() {
    Path folder =
        Written.folder(
            temp,
            "1-a/a.drl",
            "import dev.drover.model.sample.Seen.State;\n" + Written.rule("one", NODE, DONE),
            "1-a/b.drl",
            Written.rule("two", NODE, DONE));
    assertEquals(
        List.of("1-a/a.drl:2 dev.drover.model.sample.Seen.State"),
        problems(folder).stream()
            .map(one -> temp.relativize(Path.of(one.file())) + ":" + one.line() + " " + one.found())
            .toList());
  }

  private void assertProblem(String when, String then, String problem, String maybe) {
    Path folder = Written.folder(temp, "1-a/a.drl", Written.rule("A rule", when, then));
    String text = temp.resolve("1-a/a.drl") + ":" + problem + " in rule `A rule`";
    assertEquals(
        List.of(maybe == null ? text : text + "\nMaybe " + maybe),
        problems(folder).stream().map(RuleProblem::toString).toList());
  }

  private static List<RuleProblem> problems(Path folder) {
    return assertThrows(RuleProblemsException.class, () -> RuleBase.load(folder, null)).problems();
  }
}

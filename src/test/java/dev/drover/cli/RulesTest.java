package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code drover rules} says about a small folder of rules. */
class RulesTest {
  private static final String SMALL = "src/test/resources/rules/small";
  private static final String FENCING =
      """
      2-fence
        2-fence/fence.drl: Derives who must be fenced.
            4  A node that is not usable is fenced where another is left
      1 rule in 1 file
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path temp;

  @Test
  void rulesAreListedByStageAndFile() {
    assertEquals(0, run("rules", "--rules", SMALL));
    assertEquals(
        """
        1-assess
          1-assess/nodes.drl: Derives which nodes can be used: a node that was seen online.
              7  A node that is online is usable
        2-fence
          2-fence/fence.drl: Derives who must be fenced.
              4  A node that is not usable is fenced where another is left
        2 rules in 2 files
        """,
        out.toString());
  }

  @Test
  void oneStageCanBeListed() {
    assertEquals(0, run("rules", "--rules", SMALL, "--stage", "2-fence"));
    assertEquals(FENCING, out.toString());
  }

  @Test
  void anUnknownStageGetsAGuess() {
    assertEquals(64, run("rules", "--rules", SMALL, "--stage", "2-fense"));
    assertEquals(
        "drover: found `2-fense`, expected a stage\nMaybe `2-fence` is meant\n", err.toString());
  }

  @Test
  void aRuleIsShownWithItsPlace() {
    assertEquals(0, run("rules", "show", "--rules", SMALL, "A node that is online is usable"));
    assertEquals(
        SMALL
            + """
            /1-assess/nodes.drl:7
            rule "A node that is online is usable"
            when
              Seen(online, $node : node)
            then
              insertLogical(new Usable($node));
            end
            """,
        out.toString());
  }

  @Test
  void partOfANameShowsAllThatHaveIt() {
    assertEquals(0, run("rules", "--rules", SMALL, "show", "a NODE"));
    assertTrue(out.toString().contains("nodes.drl:7\nrule "), out.toString());
    assertTrue(
        out.toString().contains("\n\n" + SMALL + "/2-fence/fence.drl:4\nrule "), out.toString());
  }

  @Test
  void anUnknownRuleGetsAGuess() {
    assertEquals(64, run("rules", "show", "--rules", SMALL, "A node that is onlin is usable"));
    assertEquals(
        "drover: found `A node that is onlin is usable`, expected a rule's name, or a part of one\n"
            + "Maybe `A node that is online is usable` is meant\n",
        err.toString());
  }

  @Test
  void rulesThatCanBeUsedHaveNoProblems() {
    assertEquals(0, run("rules", "check", SMALL));
    assertEquals("2 rules in 2 files, no problems\n", out.toString());
  }

  @Test
  void everyProblemIsShownWithItsPlace() throws IOException {
    Files.createDirectory(temp.resolve("1-a"));
    String rule = "rule \"%s\"\nwhen\n  %s()\nthen\nend\n";
    Files.writeString(
        temp.resolve("1-a/a.drl"),
        "import dev.drover.model.sample.*;\n"
            + rule.formatted("A node is seen", "Sen")
            + rule.formatted("A node is used", "Usble"));
    assertEquals(65, run("rules", "check", temp.toString()));
    assertEquals(
        """
        F:4:3: found `Sen`, expected a fact that the file imports in rule `A node is seen`
        Maybe `Seen` is meant
        F:9:3: found `Usble`, expected a fact that the file imports in rule `A node is used`
        Maybe `Usable` is meant
        """
            .replace("F:", temp.resolve("1-a/a.drl") + ":"),
        err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void rulesThatDoNotCompileCanStillBeListed() throws IOException {
    Files.createDirectory(temp.resolve("1-a"));
    Files.writeString(temp.resolve("1-a/a.drl"), "rule \"A rule\"\nwhen\n  Nothing()\nthen\nend\n");
    assertEquals(0, run("rules", "--rules", temp.toString()));
    assertEquals("1-a\n  1-a/a.drl\n      1  A rule\n1 rule in 1 file\n", out.toString());
  }

  private int run(String... args) {
    return Drover.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}

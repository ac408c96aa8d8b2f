package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.rules.CatalogueEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rules are read by people: their names are the explanations, and a file is no longer than a page
 * or two.
 */
class RuleStyleTest {
  private static final int MAX_LINES = 150;
  private static final int MIN_WORDS = 4;
  private static final int MAX_CONCLUSIONS = 7;
  private static final int MAX_KINDS = 2;
  private static final Pattern RULE =
      Pattern.compile(
          "^rule \"([^\"]+)\"\\nwhen\\n(.*?)^then\\n(.*?)^end$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CONCLUSION = Pattern.compile("insertLogical\\((?:new )?(\\$?\\w+)");

  @Test
  void aRulesNameIsASentence() {
    List<String> wrong = new ArrayList<>();
    for (CatalogueEntry rule : Policy.catalogue().rules()) {
      String name = rule.name();
      boolean capital = Character.isUpperCase(name.charAt(0));
      if (!capital || name.endsWith(".") || name.split(" ").length < MIN_WORDS) {
        wrong.add(
            rule.file()
                + ":"
                + rule.line()
                + ": `"
                + name
                + "`, expected a sentence without a full stop");
      }
    }
    none(wrong);
  }

  @Test
  void aFileBeginsByWhatItIsAboutAndFitsOnAPageOrTwo() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String file : files()) {
      List<String> lines = Files.readAllLines(Policy.RULES.resolve(file));
      if (!lines.get(0).matches("// [A-Z].*")) {
        wrong.add(file + ": no paragraph at its head that says what it is about");
      }
      if (lines.size() > MAX_LINES) {
        wrong.add(file + ": " + lines.size() + " lines, expected at most " + MAX_LINES);
      }
    }
    none(wrong);
  }

  @Test
  void aRuleConcludesFewFactsOfFewKinds() throws IOException {
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (String file : files()) {
      String text = Files.readString(Policy.RULES.resolve(file));
      for (MatchResult rule : RULE.matcher(text).results().toList()) {
        found++;
        List<String> kinds =
            CONCLUSION.matcher(rule.group(3)).results().map(made -> made.group(1)).toList();
        if (kinds.isEmpty()
            || kinds.size() > MAX_CONCLUSIONS
            || Set.copyOf(kinds).size() > MAX_KINDS) {
          wrong.add(file + ": `" + rule.group(1) + "` concludes " + kinds);
        }
      }
    }
    none(wrong);
    int all = Policy.catalogue().rules().size();
    int seen = found;
    assertTrue(
        seen == all, () -> seen + " rules have the form that is read here, expected all " + all);
  }

  private static Set<String> files() {
    return Policy.catalogue().rules().stream()
        .map(CatalogueEntry::file)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void none(List<String> wrong) {
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }
}

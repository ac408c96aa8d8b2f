package dev.drover.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may not do, checked on the text before it is compiled. Rules that only join facts and
 * state conclusions can be read one by one, give the same result in any order, and can be
 * explained; everything banned here breaks one of these.
 */
final class RuleLint {
  static final int MAX_RULES = 10_000;

  private record Ban(Pattern pattern, String expected, @Nullable String maybe) {}

  private static final String CONDITIONS = "a rule whose turn comes from its conditions alone";
  private static final String NOT = "a condition with `not` says what this rule waits for";
  private static final String PURE = "nothing but facts and their values";

  private static final List<Ban> BANS =
      List.of(
          words(
              "salience|no-loop|lock-on-active|activation-group|ruleflow-group|auto-focus|date-effective|date-expires"
                  + "|calendars|enabled\\s+(?:true|false)",
              CONDITIONS,
              NOT),
          calls("timer|duration", CONDITIONS, NOT),
          words(
              "agenda-group",
              "the folder to say the stage",
              "the line can go: the folder is the agenda group"),
          words(
              "global|function|declare|query|unit|dialect|template|extends",
              "imports and rules only",
              "a value method of a fact in `dev.drover.model` does it"),
          calls(
              "eval",
              "a condition on a field",
              "a condition such as `field == $other` can be indexed"),
          calls(
              "modify|update|delete|retract|insert",
              "a conclusion with `insertLogical(new …)`",
              "`insertLogical` fits, which also takes the fact back by itself"),
          calls(
              "for|while|do", "one conclusion for each match", "a pattern over the facts does it"),
          words(
              "System|Runtime|Process|ProcessBuilder|Thread|ThreadLocal|Class|ClassLoader|Module|Random|MVEL|drools"
                  + "|kcontext|Math\\.random|Instant\\.now",
              PURE,
              null),
          new Ban(
              Pattern.compile("(?<=\\.)\\s*(?:getClass|forName|currentTimeMillis|nanoTime)\\b"),
              PURE,
              null),
          words("(?:java|javax|jdk|sun|com|org)(?:\\.\\w+)+", "a name that is imported", null));

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^[ \\t]*import\\s+(static\\s+|function\\s+)?([\\w.*]+)");
  private static final Pattern ALLOWED_IMPORT =
      Pattern.compile(
          "dev\\.drover\\.model\\..+|java\\.util\\.(?:\\w+|\\*)|java\\.time\\.(?:Instant|Duration)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+([\\w.]+)");

  private RuleLint() {}

  static List<RuleProblem> check(RuleFolder folder) {
    List<RuleProblem> problems = new ArrayList<>();
    for (RuleFile file : folder.files()) {
      checkFile(file, new SourceText(file.text()), problems);
    }
    checkNames(folder, problems);
    return problems;
  }

  private static Ban words(String words, String expected, @Nullable String maybe) {
    return new Ban(Pattern.compile("(?<![\\w.$-])(?:" + words + ")(?![\\w-])"), expected, maybe);
  }

  private static Ban calls(String words, String expected, @Nullable String maybe) {
    return new Ban(Pattern.compile("(?<![\\w.$-])(?:" + words + ")(?=\\s*[({])"), expected, maybe);
  }

  private static void checkFile(RuleFile file, SourceText source, List<RuleProblem> problems) {
    String body = source.code();
    Matcher imports = IMPORT.matcher(body);
    while (imports.find()) {
      if (imports.group(1) != null || !ALLOWED_IMPORT.matcher(imports.group(2)).matches()) {
        problems.add(
            at(
                file,
                source,
                imports.start(2),
                imports.group().strip(),
                "an import of `dev.drover.model`, `java.util`, `java.time.Instant` or `java.time.Duration`",
                null));
      }
    }
    body = blank(IMPORT, body);
    Matcher packages = PACKAGE.matcher(body);
    while (packages.find()) {
      if (!packages.group(1).equals(RuleCompiler.PACKAGE)) {
        problems.add(
            at(
                file,
                source,
                packages.start(1),
                packages.group(1),
                "the package `" + RuleCompiler.PACKAGE + "`",
                "the line can go: all rule files are one package"));
      }
    }
    body = blank(PACKAGE, body);
    for (Ban ban : BANS) {
      Matcher banned = ban.pattern().matcher(body);
      while (banned.find()) {
        problems.add(at(file, source, banned.start(), banned.group(), ban.expected(), ban.maybe()));
      }
    }
  }

  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private static RuleProblem at(
      RuleFile file,
      SourceText source,
      int offset,
      String found,
      String expected,
      @Nullable String maybe) {
    return new RuleProblem(
        file.shown(),
        source.line(offset),
        source.column(offset),
        null,
        found.replaceAll("\\s+", " "),
        expected,
        maybe);
  }

  /** A rule's name is its explanation, so it is there once. */
  private static void checkNames(RuleFolder folder, List<RuleProblem> problems) {
    Map<String, CatalogueEntry> seen = new LinkedHashMap<>();
    List<CatalogueEntry> rules = Catalogue.of(folder).rules();
    if (rules.size() > MAX_RULES) {
      problems.add(
          RuleProblem.of(
              folder.path().toString(), rules.size() + " rules", "at most " + MAX_RULES, null));
    }
    for (CatalogueEntry rule : rules) {
      CatalogueEntry first = seen.putIfAbsent(rule.name(), rule);
      if (first != null) {
        problems.add(
            new RuleProblem(
                folder.path().resolve(rule.file()).toString(),
                rule.line(),
                0,
                null,
                rule.name(),
                "a name that no other rule has; "
                    + first.file()
                    + ":"
                    + first.line()
                    + " has it too",
                null));
      }
    }
  }
}

package dev.drover.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks through compiled rules, before any of them runs, for what they may not refer to. The lint
 * of the text gives the better messages; this leaves no way around it.
 */
final class ReferenceScan {
  private static final String EXPECTED =
      "nothing but facts and plain values of `java.lang`, `java.util` and `java.time`";

  /** What one rule refers to against the rules: a class, by the first way in which it is used. */
  private record Place(@Nullable String rule, String owner) {}

  private final RuleFolder folder;
  private final Catalogue catalogue;

  private ReferenceScan(RuleFolder folder) {
    this.folder = folder;
    this.catalogue = Catalogue.of(folder);
  }

  /**
   * The problems, one for each rule and class that it may not know; none for rules that may run.
   */
  static List<RuleProblem> check(RuleFolder folder, CompiledRules compiled) {
    Map<String, List<Reference>> refused = new LinkedHashMap<>();
    compiled
        .classes()
        .forEach(
            (name, bytes) -> {
              List<Reference> found =
                  Reference.of(bytes).stream().filter(one -> !one.isAllowed()).toList();
              if (!found.isEmpty()) {
                refused.put(name, found);
              }
            });
    return refused.isEmpty() ? List.of() : new ReferenceScan(folder).problems(refused, compiled);
  }

  private List<RuleProblem> problems(Map<String, List<Reference>> refused, CompiledRules compiled) {
    RuleOrigins origins = new RuleOrigins(compiled);
    Map<Place, RuleProblem> problems = new LinkedHashMap<>();
    refused.forEach(
        (type, references) -> {
          Set<String> rules = origins.of(type);
          for (Reference reference : references) {
            if (rules.isEmpty()) {
              problems.putIfAbsent(
                  new Place(null, reference.owner()),
                  RuleProblem.of(folder.path().toString(), reference.toString(), EXPECTED, null));
            }
            rules.forEach(
                rule ->
                    problems.putIfAbsent(
                        new Place(rule, reference.owner()), problem(rule, reference)));
          }
        });
    return withoutRepetition(problems.values());
  }

  /** Classes that describe the facts a rule uses only repeat what is said about the rule. */
  private static List<RuleProblem> withoutRepetition(Collection<RuleProblem> problems) {
    boolean anyRule = problems.stream().anyMatch(one -> one.rule() != null);
    return problems.stream()
        .filter(one -> one.rule() != null || !anyRule)
        .sorted(RuleProblem.BY_PLACE)
        .toList();
  }

  private RuleProblem problem(String name, Reference reference) {
    CatalogueEntry rule = catalogue.find(name).orElse(null);
    RuleFile file =
        rule == null
            ? null
            : folder.files().stream()
                .filter(one -> one.name().equals(rule.file()))
                .findFirst()
                .orElse(null);
    if (rule == null || file == null) {
      return new RuleProblem(
          folder.path().toString(), 0, 0, name, reference.toString(), EXPECTED, null);
    }
    SourceText source = new SourceText(file.text());
    int start = source.offset(rule.line());
    int at = find(reference, source, start);
    return new RuleProblem(
        file.shown(),
        at < 0 ? rule.line() : source.line(at),
        at < 0 ? 0 : source.column(at),
        name,
        reference.toString(),
        EXPECTED,
        null);
  }

  /** Where in the rule the class is named, or else the member; negative where neither is. */
  private static int find(Reference reference, SourceText source, int start) {
    List<String> words = new ArrayList<>(List.of(reference.simpleOwner()));
    if (reference.member() != null) {
      words.add(reference.member());
    }
    for (String word : words) {
      Matcher there =
          Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
              .matcher(source.code());
      if (there.find(start) && there.start() < source.endOfRule(start)) {
        return there.start();
      }
    }
    return -1;
  }
}

package dev.drover.rules;

import dev.drover.text.Suggest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a compiler says about a rule into the words of whoever wrote the rule.
 *
 * @param rank the lower, the nearer to the cause: an unknown fact makes its variables unknown too
 * @param found what stands in the rule, to be searched there
 * @param expected what should stand there
 * @param maybe a guess, or null
 */
record Wording(int rank, String found, String expected, @Nullable String maybe) {
  /**
   * What is known about the place: the rule's text and the type of the pattern, empty where there
   * is none.
   */
  record Context(String ruleText, String patternType, Vocabulary vocabulary) {}

  private record Form(Pattern pattern, BiFunction<MatchResult, Context, Wording> words) {}

  private static final Set<String> ACCUMULATE =
      Set.of("average", "collectList", "collectSet", "count", "max", "min", "sum");
  private static final String IMPORTED = "a fact that the file imports";
  private static final Pattern BOUND = Pattern.compile("(\\$\\w+)\\s*:");

  private static final List<Form> FORMS =
      List.of(
          form("Unable to resolve ObjectType '([\\w.]+)'", Wording::unknownType),
          form("(\\w+) cannot be resolved to a type", Wording::unknownType),
          form(
              "Error importing : '([\\w.]+)'",
              (m, c) -> closest(0, m.group(1), "a class to import", importable(m, c))),
          form("strict-mode: [\\w.]+\\.(\\$\\w+)\\(\\)", Wording::unknownVariable),
          form("(\\$\\w+) cannot be resolved to a variable", Wording::unknownVariable),
          form(
              "strict-mode: ([\\w.$]+)\\.(\\w+)\\(\\)",
              (m, c) -> unknownMember(m.group(2), m.group(1), c)),
          form(
              "Field Reader does not exist for declaration '[^']*' in '\\$\\w+ : (\\w+)'",
              (m, c) -> unknownMember(m.group(1), c.patternType(), c)),
          form("The constructor (\\w+)(\\(.*\\)) is undefined", Wording::wrongConstructor),
          form(
              "The method (\\w+)\\(.*\\) is undefined for the type (\\w+)",
              (m, c) -> unknownMember(m.group(1), m.group(2), c)),
          form(
              "The field \\w+\\.(\\w+) is not visible",
              (m, c) ->
                  new Wording(
                      1,
                      m.group(1),
                      "a call, as in all conclusions",
                      "`" + m.group(1) + "()` is meant")),
          form(
              "Unknown accumulate function: '(\\w+)'",
              (m, c) ->
                  closest(
                      1, m.group(1), "a function such as `count` or `collectList`", ACCUMULATE)),
          form(
              "Syntax error, insert \"(.+)\"",
              (m, c) -> new Wording(1, "then", "`" + m.group(1) + "` in the conclusion", null)),
          form(
              "'<eof>'",
              (m, c) -> new Wording(0, "end of file", "`end` after the conclusion", null)),
          form("input 'end'", (m, c) -> new Wording(0, "end", "`then` before it", null)),
          form(
              "input 'then'",
              (m, c) ->
                  new Wording(0, "then", "the end of the condition before it", "a `)` is missing")),
          form(
              "input '([^']+)'",
              (m, c) ->
                  new Wording(0, m.group(1), "a condition such as `Fact(field == $other)`", null)));

  static Wording of(String message, Context context) {
    for (Form form : FORMS) {
      Matcher said = form.pattern.matcher(message);
      if (said.find()) {
        return form.words.apply(said.toMatchResult(), context);
      }
    }
    String words =
        message.lines().collect(Collectors.joining(" ")).replace("Rule Compilation error ", "");
    return new Wording(2, words, "a rule that compiles", null);
  }

  private static Form form(String pattern, BiFunction<MatchResult, Context, Wording> words) {
    return new Form(Pattern.compile(pattern), words);
  }

  private static Wording unknownType(MatchResult said, Context context) {
    String type = said.group(1);
    String missing =
        context.vocabulary().importFor(type).map(line -> "`" + line + "` is missing").orElse(null);
    return missing != null
        ? new Wording(0, type, IMPORTED, missing)
        : closest(0, type, IMPORTED, context.vocabulary().types());
  }

  private static Wording unknownVariable(MatchResult said, Context context) {
    List<String> bound =
        BOUND.matcher(context.ruleText()).results().map(found -> found.group(1)).toList();
    return closest(3, said.group(1), "a variable that a condition of this rule binds", bound);
  }

  private static Wording unknownMember(String name, String type, Context context) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return closest(
        1, name, "something that `" + simple + "` has", context.vocabulary().members(type));
  }

  private static Wording wrongConstructor(MatchResult said, Context context) {
    String right = context.vocabulary().constructor(said.group(1)).orElse("other arguments");
    return new Wording(1, "new " + said.group(1) + said.group(2), "`" + right + "`", null);
  }

  private static List<String> importable(MatchResult said, Context context) {
    String inPackage = said.group(1).substring(0, said.group(1).lastIndexOf('.') + 1);
    return context.vocabulary().types().stream().map(type -> inPackage + type).toList();
  }

  private static Wording closest(
      int rank, String found, String expected, Collection<String> candidates) {
    String maybe =
        Suggest.closest(found, candidates).map(near -> "`" + near + "` is meant").orElse(null);
    return new Wording(rank, found, expected, maybe);
  }
}

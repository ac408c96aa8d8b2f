package dev.drover.text.yaml;

import dev.drover.model.config.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition: {@code {attribute: rack, is: a}}, {@code {all: […]}}, {@code {date: {after:
 * …}}}, …
 */
final class ExpressionReader {
  private static final List<String> SORTS =
      List.of("all", "any", "attribute", "date", "agent", "operation");
  private static final Map<String, String> COMPARISONS = comparisons();
  private static final List<String> DATE_KEYS = List.of("after", "before", "lasting", "during");
  private static final List<String> SPEC_KEYS =
      List.of(
          "seconds",
          "minutes",
          "hours",
          "monthdays",
          "weekdays",
          "yeardays",
          "months",
          "weeks",
          "years",
          "weekyears");
  private static final List<String> DURATION_KEYS =
      List.of("seconds", "minutes", "hours", "days", "weeks", "months", "years");

  private final Problems problems;

  ExpressionReader(Problems problems) {
    this.problems = problems;
  }

  private static Map<String, String> comparisons() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("is", "eq");
    words.put("is-not", "ne");
    words.put("less-than", "lt");
    words.put("at-most", "lte");
    words.put("more-than", "gt");
    words.put("at-least", "gte");
    return words;
  }

  Expression read(YamlNode node) {
    if (!(node instanceof YamlNode.Fields map)) {
      problems.add(node, "a condition such as {attribute: rack, is: a}");
      return new Expression.All(List.of());
    }
    String sort = SORTS.stream().filter(map.fields()::containsKey).findFirst().orElse("");
    return switch (sort) {
      case "all" -> new Expression.All(parts(node, sort));
      case "any" -> new Expression.Any(parts(node, sort));
      case "attribute" -> attribute(node);
      case "date" -> date(node);
      case "agent" -> agent(node);
      case "operation" -> operation(node);
      default -> {
        String first = map.fields().keySet().stream().findFirst().orElse("nothing");
        problems.unknown(
            map.mark(), first, "a condition with one of " + String.join(", ", SORTS), SORTS);
        yield new Expression.All(List.of());
      }
    };
  }

  private List<Expression> parts(YamlNode node, String key) {
    Section section = Section.open(node, "a condition", List.of(key), problems);
    return section.items(key).stream().map(this::read).toList();
  }

  private Expression attribute(YamlNode node) {
    List<String> known = new ArrayList<>(List.of("attribute", "defined", "type", "value-from"));
    known.addAll(COMPARISONS.keySet());
    Section section = Section.open(node, "a condition on an attribute", known, problems);
    List<String> used = COMPARISONS.keySet().stream().filter(section::has).toList();
    if (used.size() + (section.has("defined") ? 1 : 0) != 1) {
      String expected =
          "one comparison: " + String.join(", ", COMPARISONS.keySet()) + " or defined";
      problems.add(
          section.mark(), used.isEmpty() ? "none" : String.join(" and ", used), expected, null);
      return new Expression.All(List.of());
    }
    String type = section.word("type", List.of("string", "integer", "number", "version"));
    String from = section.word("value-from", List.of("literal", "param", "meta"));
    String source = from == null ? "literal" : from;
    String name = section.required("attribute");
    if (used.isEmpty()) {
      String operation = section.bool("defined", true) ? "defined" : "not_defined";
      return new Expression.AttributeTest(name, operation, type, null, source);
    }
    String word = used.get(0);
    return new Expression.AttributeTest(
        name, COMPARISONS.getOrDefault(word, word), type, section.required(word), source);
  }

  private Expression date(YamlNode node) {
    Section outer = Section.open(node, "a condition on the date", List.of("date"), problems);
    YamlNode inner = outer.node("date");
    if (inner == null) {
      return new Expression.All(List.of());
    }
    Section section = Section.open(inner, "a date", DATE_KEYS, problems);
    String after = section.text("after");
    String before = section.text("before");
    Map<String, String> lasting = parts(section.node("lasting"), "a duration", DURATION_KEYS);
    Map<String, String> during = parts(section.node("during"), "a date specification", SPEC_KEYS);
    boolean spec = section.has("during");
    boolean range = after != null && (before != null || section.has("lasting"));
    if (spec == (after != null || before != null)
        || (section.has("lasting") && (after == null || before != null))) {
      problems.add(inner, "`after`, `before` or both, `after` with `lasting`, or `during` alone");
    }
    String operation = spec ? "date_spec" : range ? "in_range" : after != null ? "gt" : "lt";
    return new Expression.DateTest(operation, after, before, lasting, during);
  }

  private Map<String, String> parts(@Nullable YamlNode node, String what, List<String> keys) {
    return node == null ? Map.of() : Section.texts(Section.open(node, what, keys, problems));
  }

  private Expression agent(YamlNode node) {
    Section section = Section.open(node, "a condition on the agent", List.of("agent"), problems);
    String[] words = section.required("agent").split(":", -1);
    if (words.length < 2 || words.length > 3) {
      problems.add(
          section.mark("agent"),
          String.join(":", words),
          "such as ocf:heartbeat:* or systemd:*",
          null);
      return new Expression.All(List.of());
    }
    return new Expression.ResourceTest(
        any(words[0]), words.length == 3 ? any(words[1]) : null, any(words[words.length - 1]));
  }

  private static @Nullable String any(String word) {
    return word.equals("*") ? null : word;
  }

  private Expression operation(YamlNode node) {
    Section section =
        Section.open(
            node, "a condition on the operation", List.of("operation", "interval"), problems);
    return new Expression.OperationTest(section.required("operation"), section.text("interval"));
  }
}

package dev.drover.text.cib;

import dev.drover.model.config.Expression;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code <rule>} elements into conditions. */
final class RuleReader {
  private static final List<String> COMPARISONS =
      List.of("lt", "gt", "lte", "gte", "eq", "ne", "defined", "not_defined");
  private static final List<String> TYPES = List.of("string", "integer", "number", "version");
  private static final List<String> SOURCES = List.of("literal", "param", "meta");
  private static final List<String> DATE_OPERATIONS = List.of("gt", "lt", "in_range", "date_spec");
  private static final List<String> CONDITIONS =
      List.of("rule", "expression", "date_expression", "rsc_expression", "op_expression");

  private final Document document;

  RuleReader(Document document) {
    this.document = document;
  }

  /** The condition of a rule, with references followed. A rule without conditions holds. */
  Expression condition(XmlElement written) throws InputException {
    XmlElement rule = document.resolve(written).orElse(written);
    List<Expression> parts = new ArrayList<>();
    for (XmlElement child : rule.children()) {
      switch (child.name()) {
        case "rule" -> parts.add(condition(child));
        case "expression" -> parts.add(attributeTest(child));
        case "date_expression" -> parts.add(dateTest(child));
        case "rsc_expression" ->
            parts.add(
                new Expression.ResourceTest(
                    child.get("class"), child.get("provider"), child.get("type")));
        case "op_expression" ->
            parts.add(
                new Expression.OperationTest(
                    document.required(child, "name"), child.get("interval")));
        default -> document.unknown(child, child.name(), "a condition of a rule", CONDITIONS);
      }
    }
    String combination = word(rule, "boolean-op", "and", List.of("and", "or"));
    return combination.equals("or") && !parts.isEmpty()
        ? new Expression.Any(parts)
        : new Expression.All(parts);
  }

  private Expression attributeTest(XmlElement element) throws InputException {
    document.required(element, "operation");
    return new Expression.AttributeTest(
        document.required(element, "attribute"),
        word(element, "operation", "eq", COMPARISONS),
        element.get("type") == null ? null : word(element, "type", "string", TYPES),
        element.get("value"),
        word(element, "value-source", "literal", SOURCES));
  }

  private Expression dateTest(XmlElement element) throws InputException {
    return new Expression.DateTest(
        word(element, "operation", "in_range", DATE_OPERATIONS),
        element.get("start"),
        element.get("end"),
        parts(element, "duration"),
        parts(element, "date_spec"));
  }

  private static Map<String, String> parts(XmlElement element, String childName) {
    Map<String, String> parts = new LinkedHashMap<>();
    element.child(childName).ifPresent(child -> parts.putAll(child.attributes()));
    parts.remove("id");
    return parts;
  }

  private String word(XmlElement element, String attribute, String otherwise, List<String> known)
      throws InputException {
    String text = element.get(attribute);
    if (text == null) {
      return otherwise;
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (!known.contains(word)) {
      document.unknown(
          element, text, "one of " + String.join(", ", known) + " in `" + attribute + "`", known);
    }
    return word;
  }
}

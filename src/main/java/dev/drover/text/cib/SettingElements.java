package dev.drover.text.cib;

import dev.drover.model.Score;
import dev.drover.model.config.Expression;
import dev.drover.model.config.Expression.All;
import dev.drover.model.config.Expression.Any;
import dev.drover.model.config.Expression.AttributeTest;
import dev.drover.model.config.Expression.DateTest;
import dev.drover.model.config.Expression.OperationTest;
import dev.drover.model.config.Expression.ResourceTest;
import dev.drover.model.config.SettingSet;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Writes sets of values, and conditions. */
final class SettingElements {
  /** Nothing came before this day, so that "before it" never holds. */
  private static final Expression NEVER =
      new DateTest("lt", null, "0001-01-01", Map.of(), Map.of());

  private SettingElements() {}

  /** The sets, last to first: where scores are equal Pacemaker lets the one written last win. */
  static List<XmlElement> sets(String name, List<SettingSet> sets) {
    List<XmlElement> elements = new ArrayList<>();
    for (SettingSet set : sets) {
      Score score = set.score().equals(Score.ZERO) ? null : set.score();
      XmlElement element = Xml.element(name, "id", Xml.unlessEmpty(set.id()), "score", score);
      if (set.condition() != null) {
        XmlElement rule =
            Xml.element("rule", "id", Xml.id(set.id(), "rule"), "score", Score.INFINITY);
        Xml.add(element, rule(rule, set.condition()));
      }
      Xml.addAll(element, pairs(set.id(), set.values()));
      elements.add(element);
    }
    Collections.reverse(elements);
    return elements;
  }

  static List<XmlElement> pairs(String prefix, Map<String, String> values) {
    List<XmlElement> pairs = new ArrayList<>();
    values.forEach(
        (name, value) ->
            pairs.add(
                Xml.element("nvpair", "id", Xml.id(prefix, name), "name", name, "value", value)));
    return pairs;
  }

  /** Gives a rule its condition. */
  static XmlElement rule(XmlElement rule, Expression condition) {
    boolean any = condition instanceof Any;
    if (any) {
      rule.attributes().put("boolean-op", "or");
    }
    List<Expression> parts =
        condition instanceof All all
            ? all.parts()
            : any ? ((Any) condition).parts() : List.of(condition);
    if (any && parts.isEmpty()) {
      // A rule without conditions would hold.
      parts = List.of(NEVER);
    }
    for (Expression part : parts) {
      Xml.add(rule, part(Xml.id(rule.id(), Integer.toString(rule.children().size() + 1)), part));
    }
    return rule;
  }

  private static XmlElement part(String id, Expression part) {
    if (part instanceof AttributeTest test) {
      return Xml.element(
          "expression",
          "id",
          id,
          "attribute",
          test.attribute(),
          "operation",
          test.operation(),
          "type",
          test.type(),
          "value",
          test.value(),
          "value-source",
          test.source().equals("literal") ? null : test.source());
    }
    if (part instanceof DateTest test) {
      return date(id, test);
    }
    if (part instanceof ResourceTest test) {
      return Xml.element(
          "rsc_expression",
          "id",
          id,
          "class",
          test.standard(),
          "provider",
          test.provider(),
          "type",
          test.type());
    }
    if (part instanceof OperationTest test) {
      return Xml.element(
          "op_expression", "id", id, "name", test.name(), "interval", test.interval());
    }
    return rule(Xml.element("rule", "id", id, "score", "0"), part);
  }

  private static XmlElement date(String id, DateTest test) {
    XmlElement element =
        Xml.element(
            "date_expression",
            "id",
            id,
            "operation",
            test.operation(),
            "start",
            test.start(),
            "end",
            test.end());
    if (!test.duration().isEmpty()) {
      Xml.add(element, Xml.element("duration", "id", id + "-duration"))
          .attributes()
          .putAll(test.duration());
    }
    if (!test.spec().isEmpty()) {
      Xml.add(element, Xml.element("date_spec", "id", id + "-spec"))
          .attributes()
          .putAll(test.spec());
    }
    return element;
  }
}

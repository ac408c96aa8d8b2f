package dev.drover.text.cib;

import dev.drover.model.Score;
import dev.drover.model.config.Expression;
import dev.drover.model.config.SettingSet;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads sets of name and value pairs. */
final class SettingReader {
  /** What the pairs of a set are for, and so how old names in it are translated. */
  enum Use {
    OPTIONS,
    META,
    OTHER;

    String name(String name) {
      return switch (this) {
        case OPTIONS -> OldNames.option(name);
        case META -> OldNames.meta(name);
        case OTHER -> name;
      };
    }

    String value(String name, String value) {
      return switch (this) {
        case OPTIONS -> OldNames.optionValue(name, value);
        case META -> OldNames.metaValue(name, value);
        case OTHER -> value;
      };
    }
  }

  private final Document document;
  private final RuleReader rules;

  SettingReader(Document document, RuleReader rules) {
    this.document = document;
    this.rules = rules;
  }

  /**
   * The sets below an element. They come last to first: where scores are equal Pacemaker lets the
   * one written last win, and the model the one listed first.
   */
  List<SettingSet> sets(XmlElement parent, String childName, Use use) throws InputException {
    List<SettingSet> sets = new ArrayList<>();
    for (XmlElement set : document.resolvedChildren(parent, childName)) {
      sets.add(set(set, use));
    }
    Collections.reverse(sets);
    return sets;
  }

  private SettingSet set(XmlElement set, Use use) throws InputException {
    Score score = document.score(set, "score");
    Optional<XmlElement> rule = set.child("rule");
    @Nullable Expression condition = rule.isEmpty() ? null : rules.condition(rule.get());
    return new SettingSet(
        set.id(), score == null ? Score.ZERO : score, condition, values(set, use));
  }

  private Map<String, String> values(XmlElement set, Use use) throws InputException {
    Map<String, String> written = new LinkedHashMap<>();
    for (XmlElement pair : set.child("attributes").orElse(set).children("nvpair").toList()) {
      add(written, pair);
    }
    Map<String, String> values = new LinkedHashMap<>();
    written.forEach(
        (name, value) -> {
          String current = use.name(name);
          if (current.equals(name) || !written.containsKey(current)) {
            values.put(current, use.value(current, value));
          }
        });
    return values;
  }

  private void add(Map<String, String> values, XmlElement written) throws InputException {
    XmlElement pair = document.resolve(written).orElse(written);
    String name = written.get("name", pair.get("name", ""));
    String value = pair.get("value");
    if (name.isEmpty()) {
      document.required(pair, "name");
    } else if (value != null) {
      if (value.equalsIgnoreCase("#default")) {
        values.put(name, value);
      } else {
        values.putIfAbsent(name, value);
      }
    }
  }
}

package dev.drover.text.yaml;

import dev.drover.model.Score;
import dev.drover.model.config.SettingSet;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads named values: a plain map, or a list of sets that each have values, perhaps a score and a
 * condition.
 */
final class SettingsReader {
  private final Problems problems;
  private final ExpressionReader expressions;

  SettingsReader(Problems problems) {
    this.problems = problems;
    this.expressions = new ExpressionReader(problems);
  }

  /**
   * Options with a meaning: a name that none of the scopes has is a mistake.
   *
   * @param node null where nothing was written
   */
  List<SettingSet> options(@Nullable YamlNode node, String id, OptionScope... scopes) {
    return read(node, id, values -> checkOptions(values, scopes));
  }

  /** Names that are the operator's own, but for those that a scope gives a meaning. */
  List<SettingSet> values(@Nullable YamlNode node, String id, OptionScope... scopes) {
    return read(node, id, values -> checkKnown(values, scopes));
  }

  private interface Check {
    Map<String, String> apply(Section values);
  }

  private List<SettingSet> read(@Nullable YamlNode node, String id, Check check) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlNode.Items list)) {
      return List.of(SettingSet.always(id, check.apply(Section.anyKeys(node, "values", problems))));
    }
    List<SettingSet> sets = new ArrayList<>();
    for (YamlNode each : list.items()) {
      Section section =
          Section.open(each, "a set of values", List.of("id", "score", "when", "values"), problems);
      YamlNode condition = section.node("when");
      String name =
          section.has("id")
              ? section.name("id")
              : sets.isEmpty() ? id : id + "-" + (sets.size() + 1);
      sets.add(
          new SettingSet(
              name,
              Objects.requireNonNullElse(section.score("score"), Score.ZERO),
              condition == null ? null : expressions.read(condition),
              check.apply(Section.anyKeys(section.requiredNode("values"), "values", problems))));
    }
    return sets;
  }

  private Map<String, String> checkOptions(Section section, OptionScope... scopes) {
    Options catalogue = Options.load();
    Map<String, String> values = new LinkedHashMap<>();
    Section.texts(section)
        .forEach(
            (name, value) -> {
              Optional<OptionSpec> option = catalogue.find(name, scopes);
              if (option.isPresent()) {
                checkValue(section, option.get(), value);
                values.put(name, value);
              } else {
                unknown(section, name, scopes);
              }
            });
    return values;
  }

  private Map<String, String> checkKnown(Section section, OptionScope... scopes) {
    Map<String, String> values = Section.texts(section);
    values.forEach(
        (name, value) ->
            Options.load()
                .find(name, scopes)
                .ifPresentOrElse(
                    option -> checkValue(section, option, value),
                    () -> {
                      if (name.startsWith("pcmk_")
                          && List.of(scopes).contains(OptionScope.FENCE_DEVICE)) {
                        unknown(section, name, scopes);
                      }
                    }));
    return values;
  }

  private void checkValue(Section section, OptionSpec option, String value) {
    if (!option.accepts(value)) {
      if (option.values().isEmpty()) {
        problems.add(
            section.mark(option.name()),
            value,
            option.expectation() + " for " + option.name(),
            null);
      } else {
        problems.unknown(
            section.mark(option.name()),
            value,
            option.expectation() + " for " + option.name(),
            option.values());
      }
    }
  }

  private void unknown(Section section, String name, OptionScope... scopes) {
    Mark mark = Objects.requireNonNull(section.fields().get(name)).keyMark();
    Options.load()
        .formerly(name, scopes)
        .ifPresentOrElse(
            option ->
                problems.add(
                    mark,
                    name,
                    "a current option name",
                    "`" + option.name() + "` is meant, as it is called now"),
            () -> {
              List<String> known =
                  Options.load().of(scopes).stream().map(OptionSpec::name).toList();
              problems.unknown(
                  mark, name, "the name of an option (" + scopes[0].label() + ")", known);
            });
  }
}

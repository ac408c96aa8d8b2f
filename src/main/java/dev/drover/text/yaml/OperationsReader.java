package dev.drover.text.yaml;

import dev.drover.model.config.OperationConfig;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.OptionType;
import dev.drover.text.Options;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a resource's operations: {@code {monitor: 10s, start: {timeout: 1min}}}, or a list with
 * more than one each.
 */
final class OperationsReader {
  static final List<String> NAMES =
      List.of(
          "monitor",
          "start",
          "stop",
          "promote",
          "demote",
          "migrate_to",
          "migrate_from",
          "notify",
          "reload",
          "reload-agent",
          "validate-all",
          "meta-data");

  private final Problems problems;
  private final SettingsReader settings;

  OperationsReader(Problems problems, SettingsReader settings) {
    this.problems = problems;
    this.settings = settings;
  }

  List<OperationConfig> read(@Nullable YamlNode node, String resource) {
    List<OperationConfig> operations = new ArrayList<>();
    if (node instanceof YamlNode.Items list) {
      for (YamlNode each : list.items()) {
        Section section = Section.open(each, "an operation", keys("operation"), problems);
        String name = section.required("operation");
        checkName(name, section.mark("operation"));
        operations.add(operation(section, name, resource));
      }
    } else if (node != null) {
      Section.anyKeys(node, "operations", problems)
          .fields()
          .forEach(
              (name, field) -> {
                checkName(name, field.keyMark());
                operations.add(operation(field.value(), name, resource));
              });
    }
    refuseRepeats(operations, node);
    return operations;
  }

  private void checkName(String name, Mark mark) {
    if (!name.isEmpty() && !NAMES.contains(name)) {
      problems.unknown(mark, name, "an operation: one of " + String.join(", ", NAMES), NAMES);
    }
  }

  private OperationConfig operation(YamlNode value, String name, String resource) {
    if (value instanceof YamlNode.Text interval && name.equals("monitor")) {
      checkInterval(interval.value(), interval.mark());
      return new OperationConfig(
          resource + "-monitor-" + interval.value(),
          name,
          interval.value(),
          Map.of(),
          List.of(),
          List.of());
    }
    return operation(Section.open(value, "an operation", keys(null), problems), name, resource);
  }

  private OperationConfig operation(Section section, String name, String resource) {
    String interval = Objects.requireNonNullElse(section.text("interval"), "0");
    checkInterval(interval, section.mark("interval"));
    Map<String, String> attributes = new LinkedHashMap<>();
    for (OptionSpec option : Options.load().of(OptionScope.OPERATION)) {
      String value = section.text(option.name());
      if (value != null) {
        if (!option.accepts(value)) {
          problems.unknown(
              section.mark(option.name()), value, option.expectation(), option.values());
        }
        attributes.put(option.name(), value);
      }
    }
    String id = resource + "-" + name + (interval.equals("0") ? "" : "-" + interval);
    return new OperationConfig(
        id,
        name,
        interval,
        attributes,
        settings.options(section.node("options"), id + "-options", OptionScope.OPERATION),
        settings.values(section.node("parameters"), id + "-parameters"));
  }

  private void checkInterval(String interval, Mark mark) {
    if (!OptionType.DURATION.accepts(interval)) {
      problems.add(mark, interval, "an interval: " + OptionType.DURATION.expectation(), null);
    }
  }

  private void refuseRepeats(List<OperationConfig> operations, @Nullable YamlNode node) {
    Set<String> seen = new HashSet<>();
    for (OperationConfig operation : operations) {
      if (node != null && !seen.add(operation.name() + " " + operation.interval())) {
        String found = operation.name() + " with interval " + operation.interval();
        problems.add(
            node.mark(), found + " twice", "each operation once with the same interval", null);
      }
    }
  }

  private static List<String> keys(@Nullable String first) {
    return Stream.of(
            Stream.ofNullable(first),
            Stream.of("interval", "options", "parameters"),
            Options.load().of(OptionScope.OPERATION).stream().map(OptionSpec::name))
        .flatMap(keys -> keys)
        .toList();
  }
}

package dev.drover.text.yaml;

import dev.drover.text.OptionScope;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads changed values of options, where a name without a value takes the option away. */
final class OptionValues {
  private final Problems problems;
  private final SettingsReader settings;

  OptionValues(Problems problems) {
    this.problems = problems;
    this.settings = new SettingsReader(problems);
  }

  Map<String, String> cluster(YamlNode node) {
    return read(node, true, OptionScope.CLUSTER);
  }

  Map<String, String> resource(YamlNode node) {
    return read(node, true, OptionScope.RESOURCE, OptionScope.CLONE, OptionScope.GROUP);
  }

  Map<String, String> node(YamlNode node) {
    return read(node, false, OptionScope.NODE);
  }

  private Map<String, String> read(YamlNode node, boolean catalogued, OptionScope... scopes) {
    Section section = Section.anyKeys(node, "values", problems);
    Map<String, String> values = section.textsOrEmpty();
    Map<String, YamlNode.Field> written = new LinkedHashMap<>(section.fields());
    values.forEach(
        (name, value) -> written.compute(name, (key, field) -> value.isEmpty() ? null : field));
    YamlNode checked = new YamlNode.Fields(written, node.mark());
    if (catalogued) {
      settings.options(checked, "changed", scopes);
    } else {
      settings.values(checked, "changed", scopes);
    }
    return values;
  }
}

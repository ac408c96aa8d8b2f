package dev.drover.text.yaml;

import dev.drover.model.config.ResourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a constraint's resource sets: lists of names, or maps with {@code resources} and what is
 * said of them.
 */
final class ResourceSetReader {
  private static final List<String> KEYS =
      List.of(
          "id",
          "resources",
          "sequential",
          "require-all",
          "action",
          "role",
          "score",
          "ordering",
          "kind");

  private final Problems problems;
  private final Names names;

  ResourceSetReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
  }

  List<ResourceSet> read(List<YamlNode> nodes) {
    List<ResourceSet> sets = new ArrayList<>();
    for (YamlNode node : nodes) {
      YamlNode map =
          node instanceof YamlNode.Items
              ? new YamlNode.Fields(
                  Map.of("resources", new YamlNode.Field(node.mark(), node)), node.mark())
              : node;
      sets.add(
          set(Section.open(map, "a resource set", KEYS, problems), "set-" + (sets.size() + 1)));
    }
    return sets;
  }

  private ResourceSet set(Section section, String wish) {
    if (!section.has("resources")) {
      section.missing("resources");
    }
    List<YamlNode.Text> resources = section.texts("resources");
    resources.forEach(each -> names.constrained(each.value(), each.mark()));
    return new ResourceSet(
        section.has("id") ? section.name("id") : wish,
        resources.stream().map(YamlNode.Text::value).toList(),
        section.bool("sequential", true),
        section.bool("require-all", true),
        section.word("action", List.of("start", "stop", "promote", "demote")),
        section.role("role"),
        section.score("score"),
        section.word("ordering", List.of("group", "listed")),
        section.word("kind", List.of("Mandatory", "Optional", "Serialize")));
  }
}

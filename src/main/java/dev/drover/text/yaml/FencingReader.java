package dev.drover.text.yaml;

import dev.drover.model.config.FencingLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fencing levels: which devices fence a node together, and which are tried when those
 * fail.
 */
final class FencingReader {
  private static final List<String> KEYS =
      List.of("node", "pattern", "attribute", "value", "level", "devices");

  private final Problems problems;
  private final Names names;

  FencingReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
  }

  List<FencingLevel> read(List<YamlNode> nodes) {
    List<FencingLevel> levels = new ArrayList<>();
    for (YamlNode each : nodes) {
      levels.add(level(Section.open(each, "a fencing level", KEYS, problems)));
    }
    return levels;
  }

  private FencingLevel level(Section section) {
    List<String> targets =
        List.of("node", "pattern", "attribute").stream().filter(section::has).toList();
    if (targets.size() != 1) {
      problems.add(
          section.mark(),
          targets.size() + " targets",
          "one of `node`, `pattern` and `attribute`",
          null);
    }
    String node = section.text("node");
    if (node != null) {
      names.node(node, section.mark("node"));
    }
    if (section.has("attribute") && !section.has("value")) {
      section.missing("value");
    }
    if (!section.has("level")) {
      section.missing("level");
    }
    int index = section.integer("level", 1, 9, 1);
    List<YamlNode.Text> devices = section.texts("devices");
    if (devices.isEmpty()) {
      section.missing("devices");
    }
    devices.forEach(device -> names.fenceDevice(device.value(), device.mark()));
    String target = targets.isEmpty() ? "nothing" : section.required(targets.get(0));
    return new FencingLevel(
        "fencing-" + target.replaceAll("[^A-Za-z0-9_.-]", "_") + "-" + index,
        node,
        section.text("pattern"),
        section.text("attribute"),
        section.text("value"),
        index,
        devices.stream().map(YamlNode.Text::value).toList());
  }
}

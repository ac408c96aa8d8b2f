package dev.drover.daemon;

import dev.drover.live.Amendment;
import dev.drover.live.Saved;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration as it is told to operators: the file, and what commands changed beside it. */
final class ConfigReply {
  private static final String TITLE = "Beside this file, by commands:";

  private ConfigReply() {}

  /**
   * The file as it was applied, with the changes as comments behind it: it can be applied again.
   */
  static String of(Saved saved) {
    if (saved.amendments().isEmpty()) {
      return saved.text();
    }
    String text = saved.text().isEmpty() || saved.text().endsWith("\n") ? "" : "\n";
    List<String> lines = saved.amendments().stream().map(Amendment::sentence).toList();
    return saved.text() + text + (saved.name().endsWith(".xml") ? xml(lines) : yaml(lines));
  }

  private static String yaml(List<String> lines) {
    return "# " + TITLE + lines.stream().map(line -> "\n# - " + line).collect(Collectors.joining());
  }

  private static String xml(List<String> lines) {
    String all = lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    // Two hyphens may not stand in a comment.
    return "<!-- " + TITLE + all.replaceAll("-(?=-|$)", "- ") + "\n-->";
  }
}

package dev.drover.text.agent;

import dev.drover.model.Intervals;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads lists and maps of nodes as a fence device's parameters have them. */
final class HostTexts {
  /** Between entries: what is escaped by a backslash is a part of one. */
  private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)[;\\s]+");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final Pattern NAMES = Pattern.compile("[,;\\s]+");

  private HostTexts() {}

  /** {@code node1,node2}; spaces and semicolons part names as well. */
  static List<String> list(String text) {
    return Arrays.stream(NAMES.split(text)).filter(name -> !name.isEmpty()).distinct().toList();
  }

  /**
   * {@code node1:1;node2:2,3}, where special characters of a plug stand behind a backslash; older
   * configurations have = in place of the colon.
   *
   * @param wrong is given each entry that is none
   */
  static Map<String, String> map(String text, Consumer<String> wrong) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String entry : BETWEEN.split(text.strip())) {
      String[] parts = entry.split("[:=]", 2);
      if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
        map.put(parts[0], ESCAPED.matcher(parts[1]).replaceAll("$1"));
      } else if (!entry.isEmpty()) {
        wrong.accept(entry);
      }
    }
    return map;
  }

  /**
   * Lengths of time for each node: {@code node1:1s;node2:5s}.
   *
   * @param wrong is given each entry that is none
   */
  static Map<String, Duration> durations(String text, Consumer<String> wrong) {
    Map<String, Duration> durations = new LinkedHashMap<>();
    map(text, wrong)
        .forEach(
            (node, value) -> {
              OptionalLong millis = Intervals.read(value);
              if (millis.isPresent()) {
                durations.put(node.toLowerCase(Locale.ROOT), Duration.ofMillis(millis.getAsLong()));
              } else {
                wrong.accept(node + ":" + value);
              }
            });
    return durations;
  }
}

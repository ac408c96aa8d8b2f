package dev.drover.text.yaml;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.text.OptionType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One map that is being read. Whatever is wrong is noted, and something harmless is returned
 * instead, so that reading can go on; the result is thrown away in the end if anything was noted.
 */
final class Section {
  /**
   * A name that people give: what a CIB, a log line and a command line can all carry without
   * quotes.
   */
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}";

  private final YamlNode node;
  private final String what;
  private final Map<String, YamlNode.Field> fields;
  private final Problems problems;

  private Section(
      YamlNode node, String what, Map<String, YamlNode.Field> fields, Problems problems) {
    this.node = node;
    this.what = what;
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * Begins to read a map.
   *
   * @param what a noun for problems, such as "a resource"
   * @param known the keys that it may have
   */
  static Section open(YamlNode node, String what, List<String> known, Problems problems) {
    Section section = anyKeys(node, what, problems);
    section.fields.forEach(
        (key, field) -> {
          if (!known.contains(key)) {
            problems.unknown(
                field.keyMark(), key, "one of " + String.join(", ", known) + " in " + what, known);
          }
        });
    return section;
  }

  /** Begins to read a map whose keys are names that people give. */
  static Section anyKeys(YamlNode node, String what, Problems problems) {
    if (node instanceof YamlNode.Fields map) {
      return new Section(node, what, map.fields(), problems);
    }
    problems.add(node, what + " as a map");
    return new Section(node, what, Map.of(), problems);
  }

  Mark mark() {
    return node.mark();
  }

  Map<String, YamlNode.Field> fields() {
    return fields;
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  @Nullable YamlNode node(String key) {
    YamlNode.Field field = fields.get(key);
    return field == null ? null : field.value();
  }

  /** Where the value stands, or else the map. */
  Mark mark(String key) {
    YamlNode value = node(key);
    return value == null ? mark() : value.mark();
  }

  @Nullable String text(String key) {
    YamlNode value = node(key);
    return value == null ? null : textOf(value, key);
  }

  private @Nullable String textOf(YamlNode value, String what) {
    if (value instanceof YamlNode.Text text && !text.value().isEmpty()) {
      return text.value();
    }
    problems.add(value, "text for " + what);
    return null;
  }

  /** A text that must be there. */
  String required(String key) {
    if (!has(key)) {
      missing(key);
      return "";
    }
    String text = text(key);
    return text == null ? "" : text;
  }

  /** Notes that a key must be there. */
  void missing(String key) {
    if (node instanceof YamlNode.Fields) {
      problems.add(mark(), what + " without `" + key + "`", "that key too", null);
    }
  }

  /** What stands under a key that must be there. */
  YamlNode requiredNode(String key) {
    YamlNode value = node(key);
    if (value == null) {
      missing(key);
      return new YamlNode.Fields(Map.of(), mark());
    }
    return value;
  }

  /** A name for something new. */
  String name(String key) {
    String name = required(key);
    checkName(name, mark(key));
    return name;
  }

  void checkName(String name, Mark mark) {
    if (!name.isEmpty() && !name.matches(NAME)) {
      problems.add(
          mark,
          name,
          "a name of letters, digits, `_`, `-` and `.`, not beginning with the last two",
          null);
    }
  }

  /** One name or a list of names; empty where the key is missing. */
  List<YamlNode.Text> texts(String key) {
    YamlNode value = node(key);
    return value == null ? List.of() : texts(value, key);
  }

  /** One name or a list of names. */
  List<YamlNode.Text> texts(YamlNode value, String what) {
    List<YamlNode.Text> texts = new ArrayList<>();
    for (YamlNode each : value instanceof YamlNode.Items list ? list.items() : List.of(value)) {
      if (textOf(each, what) != null) {
        texts.add((YamlNode.Text) each);
      }
    }
    return texts;
  }

  /** The parts of a list; empty where the key is missing. */
  List<YamlNode> items(String key) {
    YamlNode value = node(key);
    if (value instanceof YamlNode.Items list) {
      return list.items();
    }
    if (value != null) {
      problems.add(value, "a list for " + key);
    }
    return List.of();
  }

  /** A map of plain values. */
  Map<String, String> map(String key) {
    YamlNode value = node(key);
    return value == null ? Map.of() : texts(anyKeys(value, key, problems));
  }

  /** All values of a section as texts. */
  static Map<String, String> texts(Section section) {
    Map<String, String> texts = new LinkedHashMap<>();
    section
        .fields
        .keySet()
        .forEach(key -> Optional.ofNullable(section.text(key)).ifPresent(v -> texts.put(key, v)));
    return texts;
  }

  /** All values as texts, where a key without a value stands for an empty text. */
  Map<String, String> textsOrEmpty() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(
        (key, field) -> {
          boolean empty = field.value() instanceof YamlNode.Text text && text.value().isEmpty();
          String value = empty ? "" : text(key);
          if (value != null) {
            texts.put(key, value);
          }
        });
    return texts;
  }

  @Nullable Boolean bool(String key) {
    return read(
        key,
        OptionType.BOOLEAN.expectation(),
        text ->
            switch (text) {
              case "true", "yes", "on" -> Optional.of(true);
              case "false", "no", "off" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  boolean bool(String key, boolean otherwise) {
    Boolean value = bool(key);
    return value == null ? otherwise : value;
  }

  @Nullable Score score(String key) {
    return read(key, OptionType.SCORE.expectation(), Score::parse);
  }

  @Nullable Role role(String key) {
    return read(
        key,
        "one of Started, Stopped, Promoted, Unpromoted",
        text -> Role.parse(text).filter(r -> r != Role.UNKNOWN));
  }

  int integer(String key, int min, int max, int otherwise) {
    Integer value =
        read(
            key,
            "a whole number from " + min + " to " + max,
            text -> {
              boolean small = text.matches("-?\\d{1,9}");
              return small
                  ? Optional.of(Integer.valueOf(text)).filter(n -> n >= min && n <= max)
                  : Optional.empty();
            });
    return value == null ? otherwise : value;
  }

  @Nullable Duration duration(String key) {
    return read(key, OptionType.DURATION.expectation(), Durations::parse);
  }

  /** One of a few words. */
  @Nullable String word(String key, List<String> words) {
    String text = text(key);
    if (text != null && !words.contains(text)) {
      problems.unknown(mark(key), text, "one of " + String.join(", ", words), words);
      return null;
    }
    return text;
  }

  private <T> @Nullable T read(
      String key, String expectation, Function<String, Optional<T>> parse) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      problems.add(mark(key), text, expectation, null);
    }
    return value.orElse(null);
  }
}

package dev.drover.text.yaml;

import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows where it stands. */
sealed interface YamlNode {
  Mark mark();

  /** How a problem shows it. */
  String shown();

  /**
   * A scalar as it is written, without quotes: whether it is a number or a word depends on what is
   * expected.
   */
  record Text(String value, Mark mark) implements YamlNode {
    private static final int MAX_SHOWN = 60;

    @Override
    public String shown() {
      if (value.isEmpty()) {
        return "nothing";
      }
      return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }
  }

  /** A sequence. */
  record Items(List<YamlNode> items, Mark mark) implements YamlNode {
    @Override
    public String shown() {
      return "a list";
    }
  }

  /** A mapping, in the order it is written. */
  record Fields(Map<String, Field> fields, Mark mark) implements YamlNode {
    @Override
    public String shown() {
      return "a map";
    }
  }

  /** What stands under a key. */
  record Field(Mark keyMark, YamlNode value) {}
}

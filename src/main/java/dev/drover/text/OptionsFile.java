package dev.drover.text;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the catalogue token by token: binding it to objects would take longer than the rest of a
 * short command.
 */
final class OptionsFile {
  private final YAMLParser parser;
  private final List<OptionSpec> options = new ArrayList<>();

  private OptionsFile(YAMLParser parser) {
    this.parser = parser;
  }

  static List<OptionSpec> read(InputStream in) throws IOException {
    try (YAMLParser parser = new YAMLFactory().createParser(in)) {
      OptionsFile file = new OptionsFile(parser);
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        file.scope(
            OptionScope.valueOf(parser.currentName().toUpperCase(Locale.ROOT).replace('-', '_')));
      }
      return file.options;
    }
  }

  private void scope(OptionScope scope) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      options.add(option(scope, name));
    }
  }

  private OptionSpec option(OptionScope scope, String name) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        lists.put(field, words());
      } else {
        texts.put(field, parser.getText());
      }
    }
    return new OptionSpec(
        scope,
        name,
        OptionType.named(required(texts, "type", name)),
        lists.getOrDefault("values", List.of()),
        texts.get("default"),
        lists.getOrDefault("was", List.of()),
        required(texts, "meaning", name));
  }

  private List<String> words() throws IOException {
    List<String> words = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      words.add(parser.getText());
    }
    return List.copyOf(words);
  }

  private static String required(Map<String, String> texts, String field, String option) {
    String text = texts.get(field);
    if (text == null) {
      throw new IllegalStateException(
          "the option " + option + " has no " + field + " in the catalogue");
    }
    return text;
  }
}

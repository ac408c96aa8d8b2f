package dev.drover.text.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.drover.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** Turns the text of a YAML file into nodes, within limits. */
final class YamlText {
  /** In bytes. */
  static final int MAX_SIZE = 16 << 20;

  static final int MAX_DEPTH = 40;

  /** Nodes of the whole file, where one that an alias repeats counts again. */
  static final int MAX_NODES = 2_000_000;

  private static final YAMLFactory FACTORY = YAMLFactory.builder().loaderOptions(limits()).build();

  private final YAMLParser parser;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int nodes;

  /** A node that aliases may repeat, and how many nodes that adds. */
  private record Anchored(YamlNode node, int weight) {}

  private YamlText(YAMLParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_SIZE);
    options.setNestingDepthLimit(MAX_DEPTH);
    return options;
  }

  /** The text of a file. */
  static String load(Path file, Problems problems) throws InputException {
    try {
      if (!Files.isRegularFile(file)) {
        throw problems.fatal(Mark.START, file.toString(), "a file");
      }
      if (Files.size(file) > MAX_SIZE) {
        throw problems.fatal(
            Mark.START, Files.size(file) + " bytes", "a file of at most " + MAX_SIZE + " bytes");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw problems.fatal(Mark.START, "bytes that are not UTF-8", "text in UTF-8");
    } catch (IOException e) {
      throw problems.fatal(Mark.START, file.toString(), "a file that can be read");
    }
  }

  /** The one document of a text. */
  static YamlNode parse(String text, Problems problems) throws InputException {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      YamlText reading = new YamlText(parser, problems);
      if (parser.nextToken() == null) {
        throw problems.fatal(Mark.START, "nothing", "a YAML document");
      }
      YamlNode root = reading.node(0);
      if (parser.nextToken() != null) {
        throw problems.fatal(reading.here(), "a second document", "one document in a file");
      }
      return root;
    } catch (JacksonException e) {
      throw problems.fatal(mark(e.getLocation()), firstLine(e.getOriginalMessage()), "YAML");
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  private YamlNode node(int depth) throws IOException, InputException {
    if (depth > MAX_DEPTH) {
      throw problems.fatal(here(), "more than " + MAX_DEPTH + " levels", "fewer levels of nesting");
    }
    int before = nodes;
    count(1);
    if (parser.isCurrentAlias()) {
      Anchored known = anchors.get(parser.getText());
      if (known == null) {
        throw problems.fatal(
            here(), "*" + parser.getText(), "an alias of something that stands above it");
      }
      count(known.weight);
      return known.node;
    }
    String anchor = parser.getCurrentAnchor();
    YamlNode node =
        switch (parser.currentToken()) {
          case START_OBJECT -> fields(depth);
          case START_ARRAY -> items(depth);
          default ->
              new YamlNode.Text(
                  parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText(), here());
        };
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, nodes - before));
    }
    return node;
  }

  private YamlNode items(int depth) throws IOException, InputException {
    Mark mark = here();
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new YamlNode.Items(items, mark);
  }

  private YamlNode fields(int depth) throws IOException, InputException {
    Mark mark = here();
    Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Mark keyMark = here();
      parser.nextToken();
      if (fields.put(key, new YamlNode.Field(keyMark, node(depth + 1))) != null) {
        problems.add(keyMark, key, "each key once", null);
      }
    }
    return new YamlNode.Fields(fields, mark);
  }

  private void count(int more) throws InputException {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw problems.fatal(here(), "more than " + MAX_NODES + " values", "a smaller file");
    }
  }

  private Mark here() {
    return mark(parser.currentTokenLocation());
  }

  private static Mark mark(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? Mark.START
        : new Mark(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("something else");
  }
}

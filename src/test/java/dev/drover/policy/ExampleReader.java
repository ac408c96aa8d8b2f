package dev.drover.policy;

import dev.drover.policy.RuleExample.Case;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads files of rule tests. Their form is described in {@code docs/rules.md}. */
final class ExampleReader {
  private static final Set<String> DIFFERENCES = Set.of("without", "with", "changed");

  private final String file;

  private ExampleReader(String file) {
    this.file = file;
  }

  /** All examples of all files in the folders of some stages, file by file. */
  static List<RuleExample> readAll(Path folder, List<String> stages) {
    return stages.stream()
        .flatMap(stage -> files(folder.resolve(stage)))
        .flatMap(path -> read(path, folder.relativize(path).toString()).stream())
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<RuleExample> read(Path path, String name) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10_000);
    try (Reader text = Files.newBufferedReader(path)) {
      ParserImpl parser = new ParserImpl(new NamedReader(text, path.toString()), options);
      Node root = new Composer(parser, new Resolver(), options).getSingleNode();
      return new ExampleReader(name).examples(root);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Marks name the file they are in. */
  private static final class NamedReader extends StreamReader {
    private final String source;

    NamedReader(Reader text, String source) {
      super(text);
      this.source = source;
    }

    @Override
    public org.yaml.snakeyaml.error.Mark getMark() {
      var mark = super.getMark();
      return new org.yaml.snakeyaml.error.Mark(
          source,
          mark.getIndex(),
          mark.getLine(),
          mark.getColumn(),
          mark.getBuffer(),
          mark.getPointer());
    }
  }

  private List<RuleExample> examples(Node root) {
    List<RuleExample> examples = new ArrayList<>();
    for (NodeTuple entry : entries(root, "rules by their names")) {
      String rule = FactReader.text(entry.getKeyNode());
      if (!rule.startsWith("_")) {
        examples.add(example(rule, entry));
      }
    }
    return examples;
  }

  private RuleExample example(String rule, NodeTuple entry) {
    Map<String, Node> parts =
        parts(entry.getValueNode(), Set.of("fires", "silent"), Set.of("fires", "silent"));
    Map<String, Node> fires =
        parts(parts.get("fires"), Set.of("given", "concludes"), Set.of("given", "concludes"));
    List<Node> given = items(fires.get("given"));
    FactReader plain = new FactReader();
    List<Case> silent = new ArrayList<>();
    for (Node each : items(parts.get("silent"))) {
      silent.add(silent(each, given));
    }
    return new RuleExample(
        rule,
        file,
        entry.getKeyNode().getStartMark().getLine() + 1,
        facts(plain, given),
        facts(plain, items(fires.get("concludes"))),
        silent);
  }

  /** A case differs in one fact, so that it shows what that fact is needed for. */
  private static Case silent(Node node, List<Node> given) {
    Map<String, Node> parts = parts(node, DIFFERENCES, Set.of());
    if (parts.size() != 1) {
      throw FactText.mistake(node, "one difference: `without`, `with` or `changed`");
    }
    Map.Entry<String, Node> only = parts.entrySet().iterator().next();
    FactReader plain = new FactReader();
    List<Node> left = new ArrayList<>(given);
    String words = only.getKey() + " " + words(only.getValue());
    switch (only.getKey()) {
      case "without" -> left.remove(find(only.getValue(), given));
      case "with" -> left.addAll(items(only.getValue()));
      default -> {
        Node fact = find(only.getValue(), given);
        return new Case(words, facts(plain.changing(fact, only.getValue()), given));
      }
    }
    return new Case(words, facts(plain, left));
  }

  /**
   * The given fact that is meant: by its name, and where there are several, by its first
   * components.
   */
  private static Node find(Node meant, List<Node> given) {
    boolean bare = meant instanceof ScalarNode;
    Class<?> type = bare ? FactReader.type(meant) : FactReader.named(meant).getKey();
    List<Node> found =
        given.stream().filter(fact -> FactReader.named(fact).getKey() == type).toList();
    Map<String, Node> written =
        bare ? Map.of() : FactReader.written(type, FactReader.named(meant).getValue());
    for (RecordComponent part : type.getRecordComponents()) {
      Node key = written.get(part.getName());
      if (found.size() > 1 && key != null) {
        List<Node> fit =
            found.stream()
                .filter(fact -> isWritten(fact, type, part.getName(), words(key)))
                .toList();
        found = fit.isEmpty() ? found : fit;
      }
    }
    if (found.size() != 1) {
      throw FactText.mistake(meant, "one of the given facts, where " + found.size() + " fit");
    }
    return found.get(0);
  }

  private static boolean isWritten(Node fact, Class<?> type, String component, String value) {
    Node written = FactReader.written(type, FactReader.named(fact).getValue()).get(component);
    return written != null && words(written).equals(value);
  }

  private static List<Object> facts(FactReader reader, List<Node> nodes) {
    return nodes.stream().map(reader::fact).toList();
  }

  private static List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  private static Map<String, Node> parts(Node node, Set<String> known, Set<String> needed) {
    Map<String, Node> parts = new LinkedHashMap<>();
    for (NodeTuple entry : entries(node, String.join(" and ", known))) {
      String key = FactReader.text(entry.getKeyNode());
      if (!known.contains(key)) {
        throw FactText.unknown(entry.getKeyNode(), key, "one of " + known, known);
      }
      parts.put(key, entry.getValueNode());
    }
    if (!parts.keySet().containsAll(needed)) {
      throw FactText.mistake(node, String.join(" and ", needed));
    }
    return parts;
  }

  private static List<NodeTuple> entries(Node node, String expected) {
    if (!(node instanceof MappingNode map)) {
      throw FactText.mistake(node, expected);
    }
    return map.getValue();
  }

  /** A node as one would write it in a line. */
  private static String words(Node node) {
    if (node instanceof MappingNode map) {
      return map.getValue().stream()
          .map(entry -> words(entry.getKeyNode()) + ": " + words(entry.getValueNode()))
          .toList()
          .toString()
          .replaceAll("^\\[|]$", "");
    }
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(ExampleReader::words).toList().toString()
        : FactReader.text(node);
  }
}

package dev.drover.policy;

import dev.drover.model.Score;
import dev.drover.model.fact.Clock;
import dev.drover.model.fact.ParameterChange;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads facts. A fact stands under its simple name, as a map of its components, as a list of them
 * in their order, or as its first component alone. What is left out is empty, zero, false or
 * unknown; names of one thing follow each other.
 *
 * <p>Where a file uses one fact twice by an alias, changing it changes both.
 */
final class FactReader {
  private static final String FACTS = Clock.class.getPackageName() + ".";

  /** What a left-out component is the same as. */
  private static final Map<String, String> SAME_AS =
      Map.of(
          "Resource.baseName", "id",
          "Resource.failName", "id",
          "Resource.top", "id",
          "Failures.baseName", "resource",
          "Happened.failName", "resource",
          "Happened.track", "resource",
          "Activity.track", "resource",
          "Node.name", "id");

  /** What a left-out component is where nothing is the wrong nothing. */
  private static final Map<String, Object> USUAL =
      Map.of(
          "Resource.instance",
          -1,
          "Operation.configured",
          true,
          "Happened.change",
          ParameterChange.NONE);

  /** Changed facts: the node of the fact to the components that are written differently. */
  private final Map<Node, Map<String, Node>> changes;

  FactReader() {
    this(Map.of());
  }

  private FactReader(Map<Node, Map<String, Node>> changes) {
    this.changes = changes;
  }

  /** A reader that sees one fact, wherever it stands, with some components changed. */
  FactReader changing(Node fact, Node change) {
    Map.Entry<Class<?>, Node> named = named(fact);
    return new FactReader(
        Map.of(named.getValue(), written(named(change).getKey(), named(change).getValue())));
  }

  /** The name of a fact, and what is written of it. */
  static Map.Entry<Class<?>, Node> named(Node node) {
    if (!(node instanceof MappingNode map) || map.getValue().size() != 1) {
      throw FactText.mistake(node, "one fact such as `Online: n1`");
    }
    NodeTuple only = map.getValue().get(0);
    return Map.entry(type(only.getKeyNode()), only.getValueNode());
  }

  static Class<?> type(Node name) {
    if (!(name instanceof ScalarNode scalar)) {
      throw FactText.mistake(name, "the name of a fact");
    }
    try {
      return Class.forName(FACTS + scalar.getValue());
    } catch (ClassNotFoundException | NoClassDefFoundError unknown) {
      throw FactText.unknown(name, scalar.getValue(), "the name of a fact", FactNames.all());
    }
  }

  Object fact(Node node) {
    Map.Entry<Class<?>, Node> named = named(node);
    return record(named.getKey(), named.getValue());
  }

  private Object record(Class<?> type, Node node) {
    Map<String, Node> written = new LinkedHashMap<>(written(type, node));
    written.putAll(changes.getOrDefault(node, Map.of()));
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent part : type.getRecordComponents()) {
      String name = part.getName();
      Node value = written.get(name);
      if (value == null) {
        value = written.get(SAME_AS.getOrDefault(type.getSimpleName() + "." + name, name));
      }
      values.put(name, value == null ? absent(type, part) : value(part.getGenericType(), value));
    }
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.values().toArray());
    } catch (ReflectiveOperationException refused) {
      throw FactText.mistake(node, "values that a " + type.getSimpleName() + " can have");
    }
  }

  /** The components that are written, by name. */
  static Map<String, Node> written(Class<?> type, Node node) {
    List<String> names =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    Map<String, Node> written = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        String name = text(entry.getKeyNode());
        if (!names.contains(name)) {
          String expected = "one of " + String.join(", ", names) + " in a " + type.getSimpleName();
          throw FactText.unknown(entry.getKeyNode(), name, expected, names);
        }
        written.put(name, entry.getValueNode());
      }
    } else {
      List<Node> values = node instanceof SequenceNode list ? list.getValue() : List.of(node);
      boolean empty = names.isEmpty() && values.size() == 1 && text(values.get(0)).isEmpty();
      if (!empty && values.size() > names.size()) {
        throw FactText.mistake(
            node, "at most " + names.size() + " values: " + String.join(", ", names));
      }
      for (int i = 0; i < values.size() && !empty; i++) {
        written.put(names.get(i), values.get(i));
      }
    }
    return written;
  }

  private static @Nullable Object absent(Class<?> type, RecordComponent part) {
    String name = type.getSimpleName() + "." + part.getName();
    if (USUAL.containsKey(name)) {
      return USUAL.get(name);
    }
    boolean optional = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return optional ? null : nothing(part.getType());
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type.isEnum()) {
      Object[] all = type.getEnumConstants();
      return Arrays.stream(all)
          .filter(each -> each.toString().equalsIgnoreCase("unknown"))
          .findFirst()
          .orElse(all[0]);
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Score.class) {
      return Score.ZERO;
    }
    return type == String.class
        ? ""
        : type == boolean.class ? false : type == long.class ? (Object) 0L : (Object) 0;
  }

  private @Nullable Object value(Type type, Node node) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == Map.class ? map(node) : set(last, node);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && plain != Score.class) {
      boolean inline = node instanceof MappingNode || node instanceof SequenceNode;
      if (!inline) {
        throw FactText.mistake(node, "a " + plain.getSimpleName());
      }
      return record(plain, node);
    }
    String text = text(node);
    try {
      if (plain == String.class) {
        return text;
      }
      if (plain == Score.class) {
        return Score.parse(text).orElseThrow(NumberFormatException::new);
      }
      if (plain == int.class) {
        return text.equals("INFINITY") ? Score.LIMIT : Integer.parseInt(text);
      }
      if (plain == long.class) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException notOne) {
      throw FactText.mistake(node, "a number");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw FactText.mistake(node, "`true` or `false`");
      }
      return text.equals("true");
    }
    return constant(plain, node, text);
  }

  private static Object constant(Class<?> type, Node node, String text) {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(text)) {
        return each;
      }
    }
    List<String> known =
        Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
    throw FactText.unknown(node, text, "one of " + String.join(", ", known), known);
  }

  private static Map<String, String> map(Node node) {
    if (!(node instanceof MappingNode map)) {
      throw FactText.mistake(node, "a map of options");
    }
    Map<String, String> read = new LinkedHashMap<>();
    map.getValue().forEach(entry -> read.put(text(entry.getKeyNode()), text(entry.getValueNode())));
    return read;
  }

  private Set<Object> set(Type element, Node node) {
    List<Node> values = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    return values.stream()
        .map(each -> value(element, each))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static String text(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw FactText.mistake(node, "a single value");
    }
    return scalar.getValue();
  }
}

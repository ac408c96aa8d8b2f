package dev.drover.text.cib;

import dev.drover.model.Agent;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.fact.Words;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.Suggest;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document while it is being read: reads attributes of each sort, follows references, and
 * collects the mistakes, so that one reading tells them all.
 */
final class Document {
  private static final List<String> ROLES = List.of("Started", "Stopped", "Promoted", "Unpromoted");

  private final String name;
  private final XmlElement root;
  private final int problemLimit;
  private final Map<String, Map<String, XmlElement>> byNameAndId = new HashMap<>();
  private final List<InputProblem> problems = new ArrayList<>();

  // what a history repeats very often is kept once, and so compared at a glance
  private final Map<String, String> words = new HashMap<>();
  private final Map<Agent, Agent> agents = new HashMap<>();
  private final Map<Map<String, String>, Map<String, String>> attributes = new HashMap<>();

  Document(String name, XmlElement root, int problemLimit) {
    this.name = name;
    this.root = root;
    this.problemLimit = problemLimit;
  }

  XmlElement root() {
    return root;
  }

  /** The first of all words that are equal. */
  String shared(String word) {
    return words.computeIfAbsent(word, first -> first);
  }

  /** The first of all agents that are equal. */
  Agent shared(Agent agent) {
    return agents.computeIfAbsent(agent, first -> first);
  }

  /** The first of all maps that are equal; it cannot be changed. */
  Map<String, String> shared(Map<String, String> values) {
    return attributes.computeIfAbsent(values, Collections::unmodifiableMap);
  }

  /** Records a mistake; after too many of them the reading ends. */
  void problem(XmlElement at, String found, String expected, @Nullable String maybe)
      throws InputException {
    problems.add(new InputProblem(name, at.line(), at.column(), found, expected, maybe));
    if (problems.size() >= problemLimit) {
      finish();
    }
  }

  /** Records that a word is none of those that may stand there. */
  void unknown(XmlElement at, String word, String expected, Iterable<String> known)
      throws InputException {
    List<String> candidates = new ArrayList<>();
    known.forEach(candidates::add);
    String maybe =
        Suggest.closest(word, candidates).map(near -> "`" + near + "` was meant").orElse(null);
    problem(at, word, expected, maybe);
  }

  /** Ends the reading where there were mistakes. */
  void finish() throws InputException {
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /**
   * The element itself, or the one of the same name that its {@code id-ref} names.
   *
   * @return empty after recording that there is no such element
   */
  Optional<XmlElement> resolve(XmlElement element) throws InputException {
    String reference = element.get("id-ref");
    if (reference == null) {
      return Optional.of(element);
    }
    // looked for only where something refers: most elements are a history's, and nothing names them
    Map<String, XmlElement> byId = byNameAndId.computeIfAbsent(element.name(), this::named);
    XmlElement target = byId.get(reference);
    if (target == null) {
      unknown(element, reference, "the id of a <" + element.name() + "> element", byId.keySet());
    }
    return Optional.ofNullable(target);
  }

  private Map<String, XmlElement> named(String elementName) {
    Map<String, XmlElement> byId = new LinkedHashMap<>();
    root.all()
        .filter(e -> e.is(elementName) && e.get("id") != null)
        .forEach(e -> byId.putIfAbsent(e.id(), e));
    return byId;
  }

  /** The children of this name with references followed, in document order. */
  List<XmlElement> resolvedChildren(XmlElement parent, String childName) throws InputException {
    List<XmlElement> resolved = new ArrayList<>();
    for (XmlElement child : parent.children(childName).toList()) {
      resolve(child).ifPresent(resolved::add);
    }
    return resolved;
  }

  /** An attribute that must be there; the empty text after recording that it is not. */
  String required(XmlElement element, String attribute) throws InputException {
    String value = element.get(attribute);
    if (value == null) {
      problem(element, element.toString(), "an attribute `" + attribute + "`", null);
      return "";
    }
    return shared(value);
  }

  @Nullable Score score(XmlElement element, String attribute) throws InputException {
    String text = element.get(attribute);
    if (text == null) {
      return null;
    }
    Optional<Score> score = Score.parse(text);
    if (score.isEmpty()) {
      String expected = "a score in `" + attribute + "`: a whole number, INFINITY or -INFINITY";
      unknown(element, text, expected, List.of("INFINITY", "-INFINITY"));
    }
    return score.orElse(null);
  }

  @Nullable Boolean bool(XmlElement element, String attribute) throws InputException {
    String text = element.get(attribute);
    if (text == null) {
      return null;
    }
    Optional<Boolean> truth = Words.truth(text);
    if (truth.isEmpty()) {
      unknown(element, text, "`true` or `false` in `" + attribute + "`", List.of("true", "false"));
    }
    return truth.orElse(null);
  }

  boolean bool(XmlElement element, String attribute, boolean otherwise) throws InputException {
    Boolean value = bool(element, attribute);
    return value == null ? otherwise : value;
  }

  @Nullable Role role(XmlElement element, String attribute) throws InputException {
    String text = element.get(attribute);
    if (text == null) {
      return null;
    }
    Optional<Role> role = Role.parse(text);
    if (role.isEmpty()) {
      unknown(element, text, "a role in `" + attribute + "`: " + String.join(", ", ROLES), ROLES);
    }
    return role.orElse(null);
  }

  /** A whole number, or another value where the attribute is missing. */
  long number(XmlElement element, String attribute, long otherwise) throws InputException {
    String text = element.get(attribute);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notANumber) {
      problem(element, text, "a whole number in `" + attribute + "`", null);
      return otherwise;
    }
  }
}

package dev.drover.text.yaml;

import dev.drover.model.config.Configuration;
import dev.drover.scenario.Deed;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.Expectation.NodeCondition;
import dev.drover.scenario.Expectation.ResourceCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what must hold: the first key says of what sort an expectation is. */
final class ExpectationReader {
  /** Each sort with the keys that may stand beside it. */
  static final Map<String, List<String>> SORTS =
      Map.ofEntries(
          Map.entry("runs", List.of("on", "role")),
          Map.entry("stopped", List.of()),
          Map.entry("node", List.of("is", "seen-by")),
          Map.entry("resource", List.of("is")),
          Map.entry("failures", List.of("on", "count")),
          Map.entry("happens", List.of()),
          Map.entry("in-order", List.of()),
          Map.entry("never", List.of()),
          Map.entry("never-active-twice", List.of()),
          Map.entry("never-together", List.of()),
          Map.entry("because", List.of("says")),
          Map.entry("quorum", List.of("seen-by")));

  private final Problems problems;
  private final Names names;
  private final DeedReader deeds;

  ExpectationReader(Problems problems, Configuration configuration) {
    this.problems = problems;
    this.names = Names.of(configuration, problems);
    this.deeds = new DeedReader(problems, names);
  }

  List<Expectation> read(YamlNode node) {
    if (!(node instanceof YamlNode.Fields map)) {
      problems.add(node, "an expectation such as {runs: web, on: node1}");
      return List.of();
    }
    List<String> sorted = SORTS.keySet().stream().sorted().toList();
    String sort =
        map.fields().keySet().stream().filter(key -> SORTS.containsKey(key)).findFirst().orElse("");
    if (sort.isEmpty()) {
      String first = map.fields().keySet().stream().findFirst().orElse("nothing");
      problems.unknown(
          node.mark(), first, "an expectation with one of " + String.join(", ", sorted), sorted);
      return List.of();
    }
    List<String> keys = Stream.concat(Stream.of(sort), beside(sort).stream()).toList();
    return read(Section.open(node, "the expectation " + sort, keys, problems), sort);
  }

  private static List<String> beside(String sort) {
    return Objects.requireNonNull(SORTS.get(sort));
  }

  private List<Expectation> read(Section section, String sort) {
    return switch (sort) {
      case "runs" -> runs(section);
      case "stopped" -> each(section, sort, Expectation.Stopped::new);
      case "never-active-twice" -> each(section, sort, Expectation.NeverActiveTwice::new);
      case "node" -> nodeIs(section);
      case "resource" -> resourceIs(section);
      case "failures" -> failures(section);
      case "happens" -> happens(section);
      case "in-order" -> List.of(new Expectation.InOrder(deeds.read(section.texts(sort))));
      case "never" ->
          deeds.read(section.texts(sort)).stream()
              .<Expectation>map(Expectation.Never::new)
              .toList();
      case "never-together" -> neverTogether(section);
      case "because" -> because(section);
      default ->
          List.of(
              new Expectation.HasQuorum(
                  "held".equals(section.word("quorum", List.of("held", "lost"))),
                  node(section, "seen-by")));
    };
  }

  private interface Maker {
    Expectation of(String resource);
  }

  private List<Expectation> each(Section section, String key, Maker maker) {
    List<YamlNode.Text> texts = section.texts(key);
    texts.forEach(each -> names.resource(each.value(), each.mark()));
    return texts.stream().map(each -> maker.of(each.value())).toList();
  }

  private @Nullable String node(Section section, String key) {
    String node = section.text(key);
    if (node != null) {
      names.node(node, section.mark(key));
    }
    return node;
  }

  private List<Expectation> runs(Section section) {
    List<YamlNode.Text> nodes = section.texts("on");
    if (nodes.isEmpty()) {
      section.missing("on");
    }
    nodes.forEach(each -> names.node(each.value(), each.mark()));
    List<String> on = nodes.stream().map(YamlNode.Text::value).toList();
    var role = section.role("role");
    return each(section, "runs", resource -> new Expectation.Runs(resource, on, role));
  }

  private List<Expectation> nodeIs(Section section) {
    List<YamlNode.Text> nodes = section.texts("node");
    nodes.forEach(each -> names.node(each.value(), each.mark()));
    section.required("is");
    String word =
        section.word(
            "is", Arrays.stream(NodeCondition.values()).map(NodeCondition::label).toList());
    String seenBy = node(section, "seen-by");
    NodeCondition condition =
        Arrays.stream(NodeCondition.values())
            .filter(each -> each.label().equals(word))
            .findFirst()
            .orElse(NodeCondition.ONLINE);
    return nodes.stream()
        .<Expectation>map(n -> new Expectation.NodeIs(n.value(), condition, seenBy))
        .toList();
  }

  private List<Expectation> resourceIs(Section section) {
    section.required("is");
    String word =
        section.word(
            "is", Arrays.stream(ResourceCondition.values()).map(ResourceCondition::label).toList());
    ResourceCondition condition =
        Arrays.stream(ResourceCondition.values())
            .filter(each -> each.label().equals(word))
            .findFirst()
            .orElse(ResourceCondition.MANAGED);
    return each(section, "resource", resource -> new Expectation.ResourceIs(resource, condition));
  }

  private List<Expectation> failures(Section section) {
    section.required("on");
    String on = Objects.requireNonNullElse(node(section, "on"), "");
    section.required("count");
    int count = section.integer("count", 0, 1_000_000, 0);
    return each(section, "failures", resource -> new Expectation.FailureCount(resource, on, count));
  }

  private List<Expectation> happens(Section section) {
    if (section.node("happens") instanceof YamlNode.Text text && text.value().equals("nothing")) {
      return List.of(new Expectation.NothingHappens());
    }
    return deeds.read(section.texts("happens")).stream()
        .<Expectation>map(Expectation.Happens::new)
        .toList();
  }

  private List<Expectation> neverTogether(Section section) {
    List<YamlNode.Text> pair = section.texts("never-together");
    pair.forEach(each -> names.resource(each.value(), each.mark()));
    if (pair.size() != 2) {
      problems.add(section.mark("never-together"), pair.size() + " names", "two resources", null);
      return List.of();
    }
    return List.of(new Expectation.NeverTogether(pair.get(0).value(), pair.get(1).value()));
  }

  /** The subject is checked as the deed, resource or node that it must be. */
  private List<Expectation> because(Section section) {
    String subject = section.required("because");
    Mark mark = section.mark("because");
    if (subject.contains(" ")) {
      Deed deed = deeds.read(new YamlNode.Text(subject, mark));
      subject = deed == null ? subject : deed.sentence();
    } else {
      names.resourceOrNode(subject, mark);
    }
    return List.of(new Expectation.Because(subject, section.required("says")));
  }
}

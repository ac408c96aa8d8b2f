package dev.drover.text.yaml;

import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.scenario.Event;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.Quorum;
import dev.drover.scenario.Scenario;
import dev.drover.scenario.Step;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.cib.CibReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a scenario file. Its form is described in {@code docs/scenario-files.md}. */
public final class ScenarioReader {
  private static final List<String> KEYS =
      List.of("scenario", "about", "cluster", "start", "quorum", "clock", "always", "steps");

  /** When a scenario begins that does not say so. */
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final Problems problems;
  private final Path folder;

  private ScenarioReader(Problems problems, Path folder) {
    this.problems = problems;
    this.folder = folder;
  }

  /**
   * Reads a file, and the cluster file that it names.
   *
   * @throws InputException where one of them cannot be used; with every problem found
   */
  public static Scenario read(Path file) throws InputException {
    String text = YamlText.load(file, new Problems(file.toString()));
    Path parent = file.getParent();
    return read(text, file.toString(), parent == null ? Path.of("") : parent);
  }

  /**
   * Reads a text.
   *
   * @param source what to call the text in problems
   * @param folder where a cluster file that it names is looked for
   * @throws InputException where it cannot be used; with every problem found
   */
  public static Scenario read(String text, String source, Path folder) throws InputException {
    Problems problems = new Problems(source);
    Scenario scenario =
        new ScenarioReader(problems, folder).scenario(YamlText.parse(text, problems));
    problems.throwIfAny();
    return scenario;
  }

  /**
   * Whether a text is meant to be a scenario rather than a cluster.
   *
   * @throws InputException where it is not even YAML
   */
  public static boolean isScenario(String text, String source) throws InputException {
    return YamlText.parse(text, new Problems(source)) instanceof YamlNode.Fields map
        && (map.fields().containsKey("scenario") || map.fields().containsKey("steps"));
  }

  private Scenario scenario(YamlNode node) throws InputException {
    Section section = Section.open(node, "a scenario", KEYS, problems);
    String start = section.word("start", List.of("online", "unseen"));
    ClusterState cluster = cluster(section.requiredNode("cluster"), start);
    // Names in steps can be held only against a cluster that is sound.
    problems.throwIfAny();
    EventReader events = new EventReader(problems, cluster.configuration());
    ExpectationReader expectations = new ExpectationReader(problems, cluster.configuration());
    List<Step> steps = new ArrayList<>();
    for (YamlNode each : section.items("steps")) {
      steps.add(step(each, events, expectations));
    }
    if (steps.isEmpty()) {
      section.missing("steps");
    }
    return new Scenario(
        section.name("scenario"),
        Objects.requireNonNullElse(section.text("about"), "").strip(),
        cluster,
        quorum(section, cluster),
        clock(section),
        section.items("always").stream().flatMap(each -> expectations.read(each).stream()).toList(),
        List.copyOf(steps));
  }

  private ClusterState cluster(YamlNode node, @Nullable String start) throws InputException {
    if (!(node instanceof YamlNode.Text named)) {
      return ClusterReader.read(node, problems, start);
    }
    Path file = folder.resolve(named.value());
    Problems elsewhere = new Problems(file.toString());
    try {
      if (named.value().endsWith(".xml")) {
        return CibReader.read(file);
      }
      YamlNode root = YamlText.parse(YamlText.load(file, elsewhere), elsewhere);
      ClusterState state = ClusterReader.read(root, elsewhere, start);
      elsewhere.throwIfAny();
      return state;
    } catch (InputException e) {
      List<InputProblem> all = new ArrayList<>(e.problems());
      problems.add(node, "the path of a cluster file without mistakes");
      all.addAll(problems.found());
      throw new InputException(all);
    } catch (IOException e) {
      throw problems.fatal(node.mark(), file.toString(), "a file that can be read");
    }
  }

  private Step step(YamlNode node, EventReader events, ExpectationReader expectations) {
    Section section = Section.open(node, "a step", List.of("step", "when", "then"), problems);
    List<Event> happens = new ArrayList<>();
    for (YamlNode each : oneOrMore(section, "when")) {
      happens.addAll(events.read(each));
    }
    List<Expectation> expected = new ArrayList<>();
    for (YamlNode each : oneOrMore(section, "then")) {
      expected.addAll(expectations.read(each));
    }
    return new Step(section.text("step"), List.copyOf(happens), List.copyOf(expected));
  }

  private static List<YamlNode> oneOrMore(Section section, String key) {
    return section.node(key) instanceof YamlNode.Fields one ? List.of(one) : section.items(key);
  }

  private Quorum quorum(Section section, ClusterState cluster) {
    String word = section.word("quorum", List.of("majority", "two-node", "given"));
    if (word != null) {
      return Quorum.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
    long members =
        cluster.configuration().nodes().stream()
            .filter(node -> node.kind() == NodeKind.MEMBER)
            .count();
    return members == 2 ? Quorum.TWO_NODE : Quorum.MAJORITY;
  }

  private Instant clock(Section section) {
    String text = section.text("clock");
    if (text == null) {
      return BEGINNING;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      problems.add(section.mark("clock"), text, "a time such as 2026-01-31T12:00:00Z", null);
      return BEGINNING;
    }
  }
}

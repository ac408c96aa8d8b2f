package dev.drover.text.yaml;

import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.FencingLevel;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import dev.drover.scenario.Constraints;
import dev.drover.text.InputException;
import dev.drover.text.OptionScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a cluster file. Its form is described in {@code docs/scenario-files.md}. */
public final class ClusterReader {
  static final List<String> KEYS =
      List.of(
          "cluster",
          "options",
          "defaults",
          "nodes",
          "templates",
          "resources",
          "constraints",
          "fencing",
          "tags",
          "start",
          "quorate",
          "tickets");

  private final Problems problems;
  private final Names names;
  private final SettingsReader settings;

  private ClusterReader(Problems problems) {
    this.problems = problems;
    this.names = new Names(problems);
    this.settings = new SettingsReader(problems);
  }

  /**
   * Reads a file.
   *
   * @throws InputException where it is not a cluster; with every problem found
   */
  public static ClusterState read(Path file) throws InputException {
    return read(YamlText.load(file, new Problems(file.toString())), file.toString());
  }

  /**
   * Reads a text.
   *
   * @param source what to call the text in problems
   * @throws InputException where it is not a cluster; with every problem found
   */
  public static ClusterState read(String text, String source) throws InputException {
    Problems problems = new Problems(source);
    ClusterState state = read(YamlText.parse(text, problems), problems, null);
    problems.throwIfAny();
    return state;
  }

  /**
   * Reads a node of a file; what is returned is of use only if no problem was noted.
   *
   * @param start the state of members, in place of what the cluster says; null for no change
   */
  static ClusterState read(YamlNode node, Problems problems, @Nullable String start) {
    return new ClusterReader(problems).cluster(node, start);
  }

  private ClusterState cluster(YamlNode node, @Nullable String startInstead) {
    Section section = Section.open(node, "a cluster", KEYS, problems);
    String start =
        Objects.requireNonNullElse(section.word("start", List.of("online", "unseen")), "online");
    NodesReader nodes = new NodesReader(problems, names);
    nodes.read(section, startInstead == null ? start : startInstead);
    ResourceReader reader = new ResourceReader(problems, names);
    section.items("templates").forEach(reader::template);
    List<ResourceConfig> resources = new ArrayList<>();
    for (YamlNode each : section.items("resources")) {
      ResourceConfig resource = reader.read(each);
      if (resource != null) {
        resources.add(resource);
      }
    }
    Map<String, List<String>> tags = tags(section);
    Constraints constraints =
        new ConstraintReader(problems, names).read(section.items("constraints"));
    List<FencingLevel> levels = new FencingReader(problems, names).read(section.items("fencing"));
    YamlNode defaults = section.node("defaults");
    Section both =
        defaults == null
            ? null
            : Section.open(defaults, "defaults", List.of("resource", "operation"), problems);
    Configuration configuration =
        new Configuration(
            options(section),
            nodes.configured(),
            List.copyOf(resources),
            constraints.locations(),
            constraints.colocations(),
            constraints.orders(),
            constraints.tickets(),
            settings.options(
                both == null ? null : both.node("resource"),
                "resource-defaults",
                OptionScope.RESOURCE),
            settings.options(
                both == null ? null : both.node("operation"),
                "operation-defaults",
                OptionScope.OPERATION),
            levels,
            tags);
    boolean quorate = section.bool("quorate", true);
    String coordinator =
        nodes.reported().stream()
            .filter(state -> !state.remote() && "online".equals(state.process()))
            .findFirst()
            .map(NodeState::id)
            .orElse(null);
    return new ClusterState(
        configuration, new Status(quorate, coordinator, null, nodes.reported(), tickets(section)));
  }

  /** The cluster's name is an option like others, but people look for it at the top. */
  private List<SettingSet> options(Section section) {
    String name = section.text("cluster");
    List<SettingSet> sets =
        new ArrayList<>(
            settings.options(
                section.node("options"), "cib-bootstrap-options", OptionScope.CLUSTER));
    if (name != null) {
      boolean plain = !sets.isEmpty() && sets.get(0).condition() == null;
      SettingSet first =
          plain ? sets.remove(0) : SettingSet.always("cib-bootstrap-options", Map.of());
      Map<String, String> values = new LinkedHashMap<>(Map.of("cluster-name", name));
      values.putAll(first.values());
      sets.add(0, new SettingSet(first.id(), first.score(), null, values));
    }
    return List.copyOf(sets);
  }

  private Map<String, List<String>> tags(Section section) {
    YamlNode node = section.node("tags");
    Map<String, List<String>> tags = new LinkedHashMap<>();
    if (node != null) {
      Section all = Section.anyKeys(node, "tags", problems);
      all.fields()
          .forEach(
              (tag, field) -> {
                all.checkName(tag, field.keyMark());
                List<YamlNode.Text> tagged = all.texts(tag);
                tagged.forEach(each -> names.resourceOrNode(each.value(), each.mark()));
                names.newStandIn(tag, field.keyMark());
                tags.put(tag, tagged.stream().map(YamlNode.Text::value).toList());
              });
    }
    return tags;
  }

  private List<TicketState> tickets(Section section) {
    YamlNode node = section.node("tickets");
    if (node == null) {
      return List.of();
    }
    Section all = Section.anyKeys(node, "tickets", problems);
    List<TicketState> tickets = new ArrayList<>();
    for (String name : all.fields().keySet()) {
      String word = all.word(name, List.of("granted", "revoked", "standby"));
      boolean granted = word != null && !word.equals("revoked");
      tickets.add(
          new TicketState(name, granted, "standby".equals(word), granted ? 0 : -1, Map.of()));
    }
    return tickets;
  }
}

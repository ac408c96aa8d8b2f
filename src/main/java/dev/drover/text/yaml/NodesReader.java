package dev.drover.text.yaml;

import dev.drover.model.NodeKind;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.status.NodeState;
import dev.drover.text.OptionScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the nodes, a list of names or a map from a name to what is said of it, and how each stands
 * at first.
 */
final class NodesReader {
  static final List<String> STATES = List.of("online", "pending", "offline", "lost", "unseen");
  private static final List<String> KEYS =
      List.of("id", "kind", "attributes", "utilization", "state", "reports", "watchdog");

  private final Problems problems;
  private final Names names;
  private final SettingsReader settings;
  private final List<NodeConfig> configured = new ArrayList<>();
  private final List<NodeState> reported = new ArrayList<>();

  NodesReader(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
    this.settings = new SettingsReader(problems);
  }

  List<NodeConfig> configured() {
    return List.copyOf(configured);
  }

  List<NodeState> reported() {
    return List.copyOf(reported);
  }

  /**
   * Reads all of them.
   *
   * @param start the state of a member where nothing is said
   */
  void read(Section cluster, String start) {
    YamlNode nodes = cluster.requiredNode("nodes");
    YamlNode none = new YamlNode.Fields(Map.of(), nodes.mark());
    if (!(nodes instanceof YamlNode.Fields)) {
      for (YamlNode.Text each : cluster.texts("nodes")) {
        node(each.value(), each.mark(), none, start);
      }
    } else {
      Section.anyKeys(nodes, "nodes", problems)
          .fields()
          .forEach(
              (name, field) -> {
                boolean bare =
                    field.value() instanceof YamlNode.Text text && text.value().isEmpty();
                node(name, field.keyMark(), bare ? none : field.value(), start);
              });
    }
    if (configured.isEmpty() && cluster.has("nodes")) {
      problems.add(nodes.mark(), "no nodes", "at least one", null);
    }
  }

  private void node(String name, Mark mark, YamlNode value, String start) {
    names.newNode(name, mark);
    Section section = Section.open(value, "a node", KEYS, problems);
    section.checkName(name, mark);
    boolean remote = "remote".equals(section.word("kind", List.of("member", "remote")));
    String id = section.has("id") ? section.name("id") : name;
    configured.add(
        new NodeConfig(
            id,
            name,
            remote ? NodeKind.REMOTE : NodeKind.MEMBER,
            settings.values(section.node("attributes"), name + "-attributes", OptionScope.NODE),
            settings.values(section.node("utilization"), name + "-utilization")));
    String state =
        Objects.requireNonNullElse(section.word("state", STATES), remote ? "unseen" : start);
    if (!state.equals("unseen")) {
      reported.add(state(id, name, remote, state, section.map("reports"), flags(section)));
    }
  }

  private static Map<String, String> flags(Section section) {
    Duration resetsWithin = section.duration("watchdog");
    return resetsWithin == null
        ? Map.of()
        : Map.of(NodeState.RESETS_WITHIN, Long.toString(resetsWithin.toMillis()));
  }

  private static NodeState state(
      String id,
      String name,
      boolean remote,
      String state,
      Map<String, String> attributes,
      Map<String, String> flags) {
    boolean online = state.equals("online") || state.equals("pending");
    String member = state.equals("offline") ? "down" : "member";
    return new NodeState(
        id,
        name,
        remote,
        online ? "true" : "false",
        online ? "online" : "offline",
        state.equals("pending") ? "pending" : online ? "member" : "down",
        member,
        flags,
        attributes,
        List.of());
  }
}

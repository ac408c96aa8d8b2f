package dev.drover.schedule.given;

import dev.drover.model.ClusterState;
import dev.drover.model.NaturalOrder;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.status.NodeState;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.NodeAttributes;
import dev.drover.schedule.resolve.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a decision, by id and by name, each with its attributes in force and its last
 * report.
 */
public final class NodeTable {
  /**
   * One node.
   *
   * @param attributes permanent and transient ones; a transient one hides a permanent one
   * @param capacity what it can carry
   * @param report what was last heard of it; null for a node that never reported
   */
  public record Entry(
      String id,
      String name,
      NodeKind kind,
      int order,
      Map<String, String> attributes,
      Map<String, String> capacity,
      @Nullable NodeState report) {}

  private final List<Entry> all = new ArrayList<>();
  private final Map<String, Entry> byId = new HashMap<>();
  private final Map<String, Entry> byName = new HashMap<>();

  NodeTable(ClusterState state, Implied implied, Instant now) {
    String clusterName =
        Settings.resolve(state.configuration().options(), Context.at(now))
            .get(Configuration.CLUSTER_NAME);
    NodeAttributes about = new NodeAttributes(now, clusterName, state.status().coordinator());
    Map<String, NodeState> reports = new HashMap<>();
    for (NodeState report : state.status().nodes()) {
      reports.putIfAbsent(report.id(), report);
      reports.putIfAbsent(report.name(), report);
    }
    List<NodeConfig> configured = new ArrayList<>(implied.nodes(state.configuration().nodes()));
    configured.sort(Comparator.comparing(NodeConfig::name, NaturalOrder.NAMES));
    for (NodeConfig node : configured) {
      NodeState report = reports.getOrDefault(node.id(), reports.get(node.name()));
      Map<String, String> attributes = about.of(node.id(), node.name(), node.kind(), node, report);
      add(
          new Entry(
              node.id(),
              node.name(),
              node.kind(),
              all.size(),
              attributes,
              capacity(node, report, now),
              report));
    }
  }

  /** What is configured hides what was reported. */
  private static Map<String, String> capacity(
      NodeConfig node, @Nullable NodeState report, Instant now) {
    Map<String, String> capacity =
        new LinkedHashMap<>(report == null ? Map.of() : report.utilization());
    capacity.putAll(Settings.resolve(node.utilization(), Context.at(now)));
    return capacity;
  }

  private void add(Entry entry) {
    all.add(entry);
    byId.put(entry.id(), entry);
    byName.put(entry.name(), entry);
  }

  /** In the order of their names. */
  public List<Entry> all() {
    return all;
  }

  public @Nullable Entry byId(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  public @Nullable Entry byName(@Nullable String name) {
    return name == null ? null : byName.get(name);
  }

  /** A node's name; its id where it is not known. */
  public String name(String id) {
    Entry entry = byId.get(id);
    return entry == null ? id : entry.name();
  }

  /** The entry that a report belongs to, or null. */
  public @Nullable Entry of(NodeState report) {
    Entry entry = byId.get(report.id());
    return entry != null ? entry : byName.get(report.name());
  }
}

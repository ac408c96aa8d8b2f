package dev.drover.live;

import dev.drover.model.status.NodeState;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes one status of another, small enough to be replicated after every event.
 *
 * @param quorate whether the cluster has quorum afterwards
 * @param nodes the nodes that differ, each with only the histories that differ
 * @param tickets all tickets afterwards
 */
public record StatusPatch(boolean quorate, List<NodePatch> nodes, List<TicketState> tickets) {
  /**
   * One node that differs.
   *
   * @param node as it is afterwards, with only the histories that differ
   * @param forgotten names of resources that it has no history of any more
   */
  public record NodePatch(NodeState node, List<String> forgotten) {}

  /** The patch that makes {@code after} of {@code before}; nodes are never taken out. */
  public static StatusPatch between(Status before, Status after) {
    Map<String, NodeState> known = byName(before);
    List<NodePatch> nodes = new ArrayList<>();
    for (NodeState node : after.nodes()) {
      NodeState old = known.get(node.name());
      if (!node.equals(old)) {
        nodes.add(old == null ? new NodePatch(node, List.of()) : between(old, node));
      }
    }
    return new StatusPatch(after.quorate(), nodes, after.tickets());
  }

  private static NodePatch between(NodeState before, NodeState after) {
    Map<String, ResourceHistory> old = histories(before);
    Map<String, ResourceHistory> now = histories(after);
    List<ResourceHistory> changed =
        after.history().stream().filter(h -> !h.equals(old.get(h.resource()))).toList();
    List<String> forgotten = old.keySet().stream().filter(name -> !now.containsKey(name)).toList();
    return new NodePatch(with(after, changed), forgotten);
  }

  /** The same change in two steps, of which the second builds on the first; empty for the least. */
  public List<StatusPatch> halves() {
    if (nodes.size() > 1) {
      int middle = nodes.size() / 2;
      return List.of(with(nodes.subList(0, middle)), with(nodes.subList(middle, nodes.size())));
    }
    List<ResourceHistory> all = nodes.isEmpty() ? List.of() : nodes.get(0).node.history();
    if (all.size() < 2) {
      return List.of();
    }
    NodePatch node = nodes.get(0);
    int middle = all.size() / 2;
    return List.of(
        with(List.of(new NodePatch(with(node.node, all.subList(0, middle)), node.forgotten))),
        with(List.of(new NodePatch(with(node.node, all.subList(middle, all.size())), List.of()))));
  }

  private StatusPatch with(List<NodePatch> some) {
    return new StatusPatch(quorate, some, tickets);
  }

  /** The patch that changes no node. */
  StatusPatch ofNoNode() {
    return with(List.of());
  }

  /** The status that this makes of another. */
  public Status applyTo(Status before) {
    Map<String, NodeState> known = byName(before);
    for (NodePatch patch : nodes) {
      NodeState old = known.get(patch.node.name());
      Map<String, ResourceHistory> merged = old == null ? new LinkedHashMap<>() : histories(old);
      patch.forgotten.forEach(merged::remove);
      patch.node.history().forEach(history -> merged.put(history.resource(), history));
      known.put(patch.node.name(), with(patch.node, List.copyOf(merged.values())));
    }
    return new Status(
        quorate,
        before.coordinator(),
        before.executionDate(),
        List.copyOf(known.values()),
        tickets,
        before.panicWithoutQuorum());
  }

  private static Map<String, NodeState> byName(Status status) {
    Map<String, NodeState> nodes = new LinkedHashMap<>();
    status.nodes().forEach(node -> nodes.put(node.name(), node));
    return nodes;
  }

  private static Map<String, ResourceHistory> histories(NodeState node) {
    Map<String, ResourceHistory> histories = new LinkedHashMap<>();
    node.history().forEach(history -> histories.put(history.resource(), history));
    return histories;
  }

  private static NodeState with(NodeState node, List<ResourceHistory> history) {
    return new NodeState(
        node.id(),
        node.name(),
        node.remote(),
        node.inCluster(),
        node.process(),
        node.join(),
        node.expected(),
        node.flags(),
        node.attributes(),
        node.utilization(),
        history);
  }
}

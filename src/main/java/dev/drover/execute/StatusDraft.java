package dev.drover.execute;

import dev.drover.model.ClusterState;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import dev.drover.model.status.TicketState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A cluster's reported status while it is being changed. The state that it was made from stays as
 * it was.
 */
public final class StatusDraft {
  private final ClusterState state;
  private boolean quorate;

  /** In order; of those that are changed, what they were. */
  private final Map<String, NodeState> nodes = new LinkedHashMap<>();

  private final Map<String, NodeDraft> changed = new HashMap<>();
  private final Map<String, TicketState> tickets = new LinkedHashMap<>();

  public StatusDraft(ClusterState state) {
    this.state = state;
    Status status = state.status();
    quorate = status.quorate();
    // A state may come without its node's name; the identifier says then which configured node it
    // is.
    for (NodeState node : status.nodes()) {
      nodes.put(node.name().isEmpty() ? configuredName(node.id()) : node.name(), node);
    }
    status.tickets().forEach(ticket -> tickets.put(ticket.id(), ticket));
  }

  /** The changed state. */
  public ClusterState toState() {
    Status old = state.status();
    // what was not touched stays the same object, so that comparing many nodes is quick
    List<NodeState> states = new ArrayList<>(nodes.size());
    nodes.forEach(
        (name, node) -> {
          NodeDraft draft = changed.get(name);
          states.add(draft == null ? node : draft.toState());
        });
    Status status =
        new Status(
            quorate,
            old.coordinator(),
            old.executionDate(),
            List.copyOf(states),
            List.copyOf(tickets.values()),
            old.panicWithoutQuorum());
    return new ClusterState(state.configuration(), status);
  }

  public void quorate(boolean value) {
    quorate = value;
  }

  /** A node's state by the node's name; one that was never reported is reported from now on. */
  public NodeDraft node(String name) {
    return node(name, false);
  }

  /**
   * Like {@link #node(String)}.
   *
   * @param remote whether a node that was never reported is a remote or guest node
   */
  public NodeDraft node(String name, boolean remote) {
    return changed.computeIfAbsent(
        name, n -> new NodeDraft(nodes.computeIfAbsent(n, unreported -> unknown(n, remote))));
  }

  private NodeState unknown(String name, boolean remote) {
    return new NodeState(
        configuredId(name), name, remote, null, null, null, null, Map.of(), Map.of(), List.of());
  }

  /** Takes over what somebody else reports of a node, in place of what was known here. */
  public void adopt(NodeState node) {
    nodes.put(node.name(), node);
    changed.remove(node.name());
  }

  /** Changes a ticket; one that was never reported is not granted and not standby. */
  public void ticket(String id, UnaryOperator<TicketState> change) {
    tickets.put(
        id,
        change.apply(tickets.getOrDefault(id, new TicketState(id, false, false, -1, Map.of()))));
  }

  private String configuredId(String name) {
    return state.configuration().nodes().stream()
        .filter(node -> node.name().equals(name))
        .map(NodeConfig::id)
        .findFirst()
        .orElse(name);
  }

  private String configuredName(String id) {
    return state.configuration().nodes().stream()
        .filter(node -> node.id().equals(id))
        .map(NodeConfig::name)
        .findFirst()
        .orElse(id);
  }
}

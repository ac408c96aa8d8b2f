package dev.drover.execute;

import dev.drover.model.Agent;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One node's reported state while it is being changed; part of a {@link StatusDraft}. */
public final class NodeDraft {
  private static final class History {
    final @Nullable Agent agent;
    final Map<String, String> attributes;
    final Map<String, OperationRecord> operations = new LinkedHashMap<>();

    History(@Nullable Agent agent, Map<String, String> attributes) {
      this.agent = agent;
      this.attributes = new LinkedHashMap<>(attributes);
    }
  }

  private final String id;
  private final String name;
  private final boolean remote;
  private @Nullable String inCluster;
  private @Nullable String process;
  private @Nullable String join;
  private @Nullable String expected;
  private final Map<String, String> flags;
  private final Map<String, String> attributes;
  private final Map<String, String> utilization;
  private final Map<String, History> histories = new LinkedHashMap<>();

  NodeDraft(NodeState state) {
    id = state.id();
    name = state.name();
    remote = state.remote();
    inCluster = state.inCluster();
    process = state.process();
    join = state.join();
    expected = state.expected();
    flags = new LinkedHashMap<>(state.flags());
    attributes = new LinkedHashMap<>(state.attributes());
    utilization = state.utilization();
    for (ResourceHistory history : state.history()) {
      History draft = new History(history.agent(), history.attributes());
      history.operations().forEach(operation -> draft.operations.put(operation.id(), operation));
      histories.put(history.resource(), draft);
    }
  }

  NodeState toState() {
    List<ResourceHistory> history = new ArrayList<>();
    histories.forEach(
        (resource, h) ->
            history.add(
                new ResourceHistory(
                    resource, h.agent, copy(h.attributes), List.copyOf(h.operations.values()))));
    return new NodeState(
        id,
        name,
        remote,
        inCluster,
        process,
        join,
        expected,
        copy(flags),
        copy(attributes),
        utilization,
        List.copyOf(history));
  }

  private static Map<String, String> copy(Map<String, String> map) {
    return new LinkedHashMap<>(map);
  }

  public String name() {
    return name;
  }

  /** Reports the node as a full member. */
  public void online() {
    membership("true", "online", "member", "member");
  }

  /** Reports the node as gone, as it was meant to be. */
  public void offline() {
    membership("false", "offline", "down", "down");
  }

  /** Reports the node as lost from the membership although it was meant to be there. */
  public void lost() {
    membership("false", "online", "member", "member");
  }

  private void membership(String inCluster, String process, String join, String expected) {
    this.inCluster = inCluster;
    this.process = process;
    this.join = join;
    this.expected = expected;
  }

  /** The transient node attributes, to be changed in place. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** What else is reported on the node itself, to be changed in place. */
  public Map<String, String> flags() {
    return flags;
  }

  /** The names under which the node knows resources. */
  public Set<String> resources() {
    return histories.keySet();
  }

  /**
   * The operations recorded for a resource, under the name that the node knows it by; none where it
   * knows nothing.
   */
  public List<OperationRecord> operations(String resource) {
    History history = histories.get(resource);
    return history == null ? List.of() : List.copyOf(history.operations.values());
  }

  /** Records an operation in place of the one with the same identifier. */
  public void record(String resource, @Nullable Agent agent, OperationRecord operation) {
    histories
        .computeIfAbsent(resource, r -> new History(agent, Map.of()))
        .operations
        .put(operation.id(), operation);
  }

  /** Forgets some of a resource's operations. */
  public void forgetOperations(String resource, Predicate<OperationRecord> which) {
    History history = histories.get(resource);
    if (history != null) {
      history.operations.values().removeIf(which);
    }
  }

  /** Forgets all that was done with a resource. */
  public void forget(String resource) {
    histories.remove(resource);
  }

  /**
   * Keeps a resource for the node, which is being shut down, since then (in seconds since 1970).
   */
  public void lock(String resource, String since) {
    History history = histories.get(resource);
    if (history != null) {
      history.attributes.put(ResourceHistory.KEPT_SINCE, since);
    }
  }

  /** No longer keeps a resource for the node. */
  public void unlock(String resource) {
    History history = histories.get(resource);
    if (history != null) {
      history.attributes.remove(ResourceHistory.KEPT_SINCE);
    }
  }

  /**
   * Forgets all transient attributes, and what was done there with resources that are not kept for
   * the node.
   */
  public void forgetUnlocked() {
    histories
        .values()
        .removeIf(history -> !history.attributes.containsKey(ResourceHistory.KEPT_SINCE));
    attributes.clear();
  }

  /** Forgets what was done there and all transient attributes, as when a node starts anew. */
  public void forgetAll() {
    histories.clear();
    attributes.clear();
  }
}

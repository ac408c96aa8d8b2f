package dev.drover.schedule.given;

import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.GuestConfig;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.status.ResourceHistory;
import dev.drover.schedule.place.Replica;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operator's configuration implies: the parts that bundles are made of, the connections to
 * guest nodes, and the nodes behind connections.
 */
final class Implied {
  /** A node behind a connection, and of what sort it is. */
  record Remote(String name, NodeKind kind) {}

  private final Set<String> leftovers = new LinkedHashSet<>();

  private final List<ResourceConfig> resources = new ArrayList<>();
  private final List<ResourceConfig> guests = new ArrayList<>();
  private final Map<String, Remote> remotes = new LinkedHashMap<>();
  private final Map<String, BundleParts> bundles = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  Implied(ClusterState state) {
    Configuration configuration = state.configuration();
    configuration.resources().forEach(this::gatherNames);
    configuration.resources().forEach(this::findRemotes);
    for (ResourceConfig resource : configuration.resources()) {
      if (resource.kind() == Kind.BUNDLE) {
        addBundle(resource);
      } else {
        resources.add(resource);
      }
    }
    resources.addAll(guests);
    findRemoved(state.status().nodes().stream().flatMap(node -> node.history().stream()).toList());
  }

  /** The outermost resources, implied ones included. */
  List<ResourceConfig> resources() {
    return resources;
  }

  /** What each bundle is made of, by its name. */
  Map<String, BundleParts> bundles() {
    return bundles;
  }

  /** Each bundle's replicas, by its name. */
  Map<String, List<Replica>> replicas() {
    Map<String, List<Replica>> replicas = new LinkedHashMap<>();
    bundles.forEach((bundle, parts) -> replicas.put(bundle, parts.replicas()));
    return replicas;
  }

  /**
   * All nodes: as configured, with the right kind for those behind connections, then those that
   * only these imply.
   */
  List<NodeConfig> nodes(List<NodeConfig> configured) {
    List<NodeConfig> nodes = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (NodeConfig node : configured) {
      Remote remote = remotes.get(node.name());
      known.add(node.name());
      NodeKind kind = remote == null ? node.kind() : remote.kind();
      nodes.add(
          new NodeConfig(
              node.id(), node.name(), kind, node.attributes(), node.utilization(), node.score()));
    }
    for (Remote remote : remotes.values()) {
      if (!known.contains(remote.name())) {
        nodes.add(
            new NodeConfig(remote.name(), remote.name(), remote.kind(), List.of(), List.of()));
      }
    }
    return nodes;
  }

  /** Names of nodes that only the history of a removed connection speaks of. */
  Set<String> leftovers(List<NodeConfig> configured) {
    Set<String> names = new LinkedHashSet<>(leftovers);
    configured.forEach(node -> names.remove(node.name()));
    return names;
  }

  private void gatherNames(ResourceConfig resource) {
    names.add(resource.id());
    resource.members().forEach(this::gatherNames);
  }

  private void findRemotes(ResourceConfig resource) {
    if (Primitive.isRemoteConnection(resource.agent())) {
      addRemote(resource.id(), NodeKind.REMOTE);
    } else if (resource.kind() == Kind.GROUP) {
      resource.members().forEach(this::findGuest);
    } else {
      findGuest(resource);
    }
  }

  /** A resource that is a machine says so by the name of the node that runs in it. */
  private void findGuest(ResourceConfig resource) {
    GuestConfig.of(resource)
        .filter(guest -> names.add(guest.node()))
        .ifPresent(
            guest -> {
              addRemote(guest.node(), NodeKind.GUEST);
              guests.add(RemoteConnection.toGuest(guest, resource.id()));
            });
  }

  /** A connection that only the history knows still says that there was a node behind it. */
  private void findRemoved(List<ResourceHistory> histories) {
    List<ResourceHistory> removed =
        histories.stream()
            .filter(history -> Primitive.isRemoteConnection(history.agent()))
            .filter(history -> !names.contains(history.resource()))
            .toList();
    Set<String> launchers = new LinkedHashSet<>();
    if (!removed.isEmpty()) {
      launchers.addAll(names);
      histories.forEach(history -> launchers.add(history.resource()));
    }
    for (ResourceHistory history : removed) {
      boolean guest = launchers.contains(history.attributes().getOrDefault("container", ""));
      leftovers.add(history.resource());
      remotes.putIfAbsent(
          history.resource(),
          new Remote(history.resource(), guest ? NodeKind.GUEST : NodeKind.REMOTE));
    }
  }

  private void addRemote(String name, NodeKind kind) {
    remotes.put(name, new Remote(name, kind));
  }

  /** A bundle that cannot be reached, though a resource is to run inside, is no resource at all. */
  private void addBundle(ResourceConfig bundle) {
    if (bundle.container() == null) {
      return;
    }
    BundleParts parts = new BundleParts(bundle, bundle.container(), names);
    if (parts.isReachable() || bundle.members().isEmpty()) {
      bundles.put(bundle.id(), parts);
      resources.add(parts.expanded());
      parts.replicas().stream()
          .map(Replica::node)
          .filter(node -> node != null)
          .forEach(node -> addRemote(node, NodeKind.GUEST));
    }
  }
}

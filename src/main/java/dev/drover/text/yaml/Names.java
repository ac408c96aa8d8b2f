package dev.drover.text.yaml;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that a file has given so far, so that others can be held against them. */
final class Names {
  private final Problems problems;
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Map<String, ResourceConfig> resources = new LinkedHashMap<>();

  /** Connections to guest nodes, which are named like these and written nowhere else. */
  private final Set<String> connections = new LinkedHashSet<>();

  /** Templates and tags: names that stand for resources in constraints. */
  private final Set<String> standIns = new LinkedHashSet<>();

  /** Every name of a resource, template or tag, from the moment it is read. */
  private final Set<String> taken = new LinkedHashSet<>();

  private final Set<String> constraints = new LinkedHashSet<>();

  Names(Problems problems) {
    this.problems = problems;
  }

  /** The names of a finished cluster, for what is read after it. */
  static Names of(Configuration configuration, Problems problems) {
    Names names = new Names(problems);
    configuration.nodes().stream().map(NodeConfig::name).forEach(names.nodes::add);
    configuration.resources().forEach(names::enter);
    names.standIns.addAll(configuration.tags().keySet());
    configuration.locations().forEach(each -> names.constraints.add(each.id()));
    configuration.colocations().forEach(each -> names.constraints.add(each.id()));
    configuration.orders().forEach(each -> names.constraints.add(each.id()));
    configuration.tickets().forEach(each -> names.constraints.add(each.id()));
    return names;
  }

  private void enter(ResourceConfig resource) {
    resources.put(resource.id(), resource);
    resource.members().forEach(this::enter);
    resource.meta().forEach(set -> set.values().computeIfPresent("remote-node", this::guest));
  }

  private String guest(String name, String node) {
    nodes.add(node);
    connections.add(node);
    return node;
  }

  /**
   * True for a replica's node, which is also the name of the connection into it.
   *
   * @param orContainer true to accept the name of a replica's container as well
   */
  private boolean isReplica(String name, boolean orContainer) {
    int dash = name.lastIndexOf('-');
    if (dash < 0 || !name.substring(dash + 1).matches("0|[1-9]\\d{0,8}")) {
      return false;
    }
    int number = Integer.parseInt(name.substring(dash + 1));
    String before = name.substring(0, dash);
    return resources.values().stream()
        .filter(each -> each.container() != null && number < replicas(each.container()))
        .anyMatch(
            each -> before.equals(each.id()) || orContainer && before.equals(container(each)));
  }

  private static String container(ResourceConfig bundle) {
    return bundle.id() + "-" + Objects.requireNonNull(bundle.container()).engine();
  }

  private static long replicas(ContainerConfig container) {
    return container.replicas();
  }

  void newNode(String name, Mark mark) {
    if (!nodes.add(name)) {
      problems.add(mark, name, "each node once", null);
    }
  }

  void newResource(String name, Mark mark) {
    if (!taken.add(name)) {
      problems.add(mark, name, "each name of a resource, template or tag once", null);
    }
  }

  void defined(ResourceConfig resource) {
    enter(resource);
  }

  void newStandIn(String name, Mark mark) {
    newResource(name, mark);
    standIns.add(name);
  }

  /** The name if it is free, or else the name with a number. */
  String newConstraint(String wish) {
    String name = wish;
    for (int i = 2; !constraints.add(name); i++) {
      name = wish + "-" + i;
    }
    return name;
  }

  void newConstraint(String name, Mark mark) {
    if (!constraints.add(name)) {
      problems.add(mark, name, "each name of a constraint once", null);
    }
  }

  boolean hasNode(String name) {
    return nodes.contains(name) || isReplica(name, false);
  }

  /** True for a resource that is written in the file, or comes with one that is. */
  boolean hasResource(String name) {
    return resources.containsKey(name) || connections.contains(name) || isReplica(name, true);
  }

  void node(String name, Mark mark) {
    if (!name.isEmpty() && !hasNode(name)) {
      problems.unknown(mark, name, "the name of a node", nodes);
    }
  }

  /** A resource; an instance of a clone may carry its number. */
  void resource(String name, Mark mark) {
    if (!name.isEmpty() && !hasResource(name) && !hasResource(name.replaceFirst(":\\d+$", ""))) {
      problems.unknown(mark, name, "the name of a resource", resources.keySet());
    }
  }

  /** A resource that an agent manages, or an instance of one. */
  void primitive(String name, Mark mark) {
    ResourceConfig resource = resources.get(name.replaceFirst(":\\d+$", ""));
    if (resource != null && resource.kind().isCollective()) {
      String inside =
          resource.members().stream().map(ResourceConfig::id).collect(Collectors.joining("` or `"));
      problems.add(
          mark,
          name,
          "a primitive, which has an agent",
          inside.isEmpty() ? null : "`" + inside + "` is meant");
    } else {
      resource(name, mark);
    }
  }

  /** A resource, or a tag or template that stands for some. */
  void constrained(String name, Mark mark) {
    if (!standIns.contains(name) && !name.isEmpty() && !hasResource(name)) {
      List<String> known = new ArrayList<>(resources.keySet());
      known.addAll(standIns);
      problems.unknown(mark, name, "the name of a resource, tag or template", known);
    }
  }

  void resourceOrNode(String name, Mark mark) {
    if (!name.isEmpty() && !hasResource(name) && !hasNode(name)) {
      List<String> known = new ArrayList<>(resources.keySet());
      known.addAll(nodes);
      problems.unknown(mark, name, "the name of a resource or node", known);
    }
  }

  void fenceDevice(String name, Mark mark) {
    ResourceConfig resource = resources.get(name);
    if (resource == null || resource.agent() == null || !resource.agent().isFenceDevice()) {
      List<String> known =
          resources.values().stream()
              .filter(each -> each.agent() != null && each.agent().isFenceDevice())
              .map(ResourceConfig::id)
              .toList();
      problems.unknown(mark, name, "the name of a fence device", known);
    }
  }

  void constraint(String name, Mark mark) {
    if (!constraints.contains(name)) {
      problems.unknown(mark, name, "the name of a constraint", constraints);
    }
  }
}

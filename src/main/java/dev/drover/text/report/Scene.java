package dev.drover.text.report;

import dev.drover.model.Kind;
import dev.drover.plan.Assessment;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An assessment with the questions that a report asks of it.
 *
 * @param pending whether operations under way are told
 */
record Scene(
    Assessment assessment, Map<String, NodeView> nodes, Set<String> hosts, boolean pending) {
  static Scene of(Assessment assessment, boolean pending) {
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    assessment.nodes().forEach(node -> nodes.put(node.name(), node));
    Set<String> hosts =
        assessment.resources().stream()
            .flatMap(ResourceView::primitives)
            .map(ResourceView::activeOn)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());
    return new Scene(assessment, nodes, hosts, pending);
  }

  /** True where something is active on the node. */
  boolean hasActive(NodeView node) {
    return hosts.contains(node.name());
  }

  /** True for a node that is gone and was not fenced yet. */
  boolean isLost(@Nullable String name) {
    NodeView node = name == null ? null : nodes.get(name);
    return node != null && !node.online() && node.unclean() != null;
  }

  /** True where all of a resource is active. */
  boolean isActive(ResourceView view) {
    return view.kind() == Kind.PRIMITIVE
        ? view.activeOn().stream().anyMatch(node -> countsOn(view, node))
        : view.primitives().allMatch(this::isActive);
  }

  /** True where at least one part of a resource is active. */
  boolean isPartlyActive(ResourceView view) {
    return view.primitives().anyMatch(this::isActive);
  }

  /** A managed resource does not count as active on a node that is safely offline. */
  private boolean countsOn(ResourceView view, String name) {
    NodeView node = nodes.get(name);
    return node == null || node.unclean() != null || node.online() || !view.managed();
  }

  /** The nodes that any part of a resource is on. */
  static List<String> nodesOf(ResourceView view) {
    return view.primitives().flatMap(part -> part.activeOn().stream()).distinct().toList();
  }

  /** True where it holds for the resource or something below it. */
  static boolean any(ResourceView view, Predicate<ResourceView> test) {
    return view.all().anyMatch(test);
  }

  /** True where it holds for the resource and everything below it. */
  static boolean every(ResourceView view, Predicate<ResourceView> test) {
    return view.all().allMatch(test);
  }
}

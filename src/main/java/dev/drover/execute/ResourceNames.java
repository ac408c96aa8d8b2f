package dev.drover.execute;

import dev.drover.model.NodeKind;
import dev.drover.plan.Assessment;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which name a node knows a resource. The instances of an anonymous clone are alike, so a node
 * knows its one by the clone member's bare name whatever number a plan gave it; older histories
 * hold a number nevertheless.
 */
public final class ResourceNames {
  private final Map<String, ResourceView> byId = new HashMap<>();
  private final Set<String> unique = new HashSet<>();
  private final Set<String> remoteNodes = new HashSet<>();

  public ResourceNames(Assessment assessment) {
    assessment.resources().forEach(resource -> add(resource, false));
    for (NodeView node : assessment.nodes()) {
      if (node.kind() != NodeKind.MEMBER) {
        remoteNodes.add(node.name());
      }
    }
  }

  private void add(ResourceView resource, boolean uniqueAbove) {
    byId.put(resource.id(), resource);
    byId.putIfAbsent(resource.baseName(), resource);
    if (uniqueAbove || resource.unique()) {
      unique.add(resource.id());
    }
    resource.members().forEach(member -> add(member, unique.contains(resource.id())));
  }

  /**
   * The resource as it was judged, by a bare name any instance; null for one that the decision does
   * not know.
   */
  public @Nullable ResourceView view(String resource) {
    return byId.get(resource);
  }

  /** Every name that {@link #view} knows. */
  public Set<String> known() {
    return Set.copyOf(byId.keySet());
  }

  /** True for a node that is reached over a connection resource. */
  public boolean isRemote(String node) {
    return remoteNodes.contains(node);
  }

  /** The name that an agent on any node is given for the resource. */
  public String configured(String resource) {
    ResourceView view = byId.get(resource);
    if (view == null) {
      return resource;
    }
    if (view.orphan()) {
      return Objects.requireNonNullElse(view.historyName(), resource);
    }
    return unique.contains(resource) ? resource : view.baseName();
  }

  /** The name of the history to which a node adds what it does with the resource. */
  public String heading(NodeDraft node, String resource) {
    String configured = configured(resource);
    Set<String> known = node.resources();
    if (known.contains(configured)) {
      return configured;
    }
    ResourceView view = byId.get(resource);
    String recorded = view == null ? null : view.historyName();
    return Stream.of(recorded, resource)
        .filter(Objects::nonNull)
        .filter(known::contains)
        .findFirst()
        .orElse(configured);
  }
}

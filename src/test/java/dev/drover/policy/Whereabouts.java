package dev.drover.policy;

import dev.drover.model.Role;
import dev.drover.model.config.Configuration;
import dev.drover.plan.Assessment;
import dev.drover.plan.BundleView;
import dev.drover.plan.ResourceView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where resources are active, by the names that constraints use. */
final class Whereabouts {
  private final Map<String, List<ResourceView>> views = new HashMap<>();
  private final Configuration configuration;
  private final Set<String> frozen;

  /**
   * Looks where everything is.
   *
   * @param frozen names of what lost a ticket with the policy to leave it as it is
   */
  Whereabouts(Assessment assessment, Configuration configuration, Set<String> frozen) {
    this.configuration = configuration;
    this.frozen = frozen;
    assessment.resources().stream()
        .flatMap(ResourceView::all)
        .forEach(
            view ->
                views.merge(
                    view.baseName(),
                    List.of(view),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
  }

  /** What a name stands for: a tag for several resources, anything else for itself. */
  List<String> named(String name) {
    return configuration.tags().getOrDefault(name, List.of(name));
  }

  /**
   * The primitives at or below a resource, instances of clones one by one. A bundle is where its
   * containers are: their addresses may be up without them.
   */
  List<ResourceView> primitives(String resource) {
    return views.getOrDefault(resource, List.of()).stream()
        .flatMap(Whereabouts::parts)
        .distinct()
        .toList();
  }

  /** The instances of a clone, one by one. */
  List<ResourceView> instances(String clone) {
    return views.getOrDefault(clone, List.of()).stream()
        .flatMap(view -> view.members().stream())
        .toList();
  }

  private static Stream<ResourceView> parts(ResourceView view) {
    BundleView bundle = view.bundle();
    if (bundle == null) {
      return view.primitives();
    }
    Set<String> containers = new HashSet<>();
    bundle.replicas().forEach(replica -> containers.add(replica.container()));
    return view.primitives().filter(part -> containers.contains(part.id()));
  }

  /** The nodes on which a resource, or any part of it, is active, in a role if one is given. */
  Set<String> nodes(String resource, @Nullable Role role) {
    Set<String> nodes = new TreeSet<>();
    for (ResourceView view : primitives(resource)) {
      view.roles()
          .forEach(
              (node, has) -> {
                if (has.isActive() && (role != Role.PROMOTED || has == Role.PROMOTED)) {
                  nodes.add(node);
                }
              });
    }
    return nodes;
  }

  /**
   * Whether the cluster has a free hand with a resource: nobody told it to keep off, also not for
   * want of a ticket, and no failure keeps it from acting.
   */
  boolean isFree(String resource) {
    return !frozen.contains(resource)
        && primitives(resource).stream()
            .noneMatch(
                view ->
                    !view.managed()
                        || view.maintenance()
                        || view.blocked()
                        || view.failed()
                        || view.failureIgnored()
                        || view.orphan()
                        || view.pending() != null);
  }
}

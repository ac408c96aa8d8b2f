package dev.drover.schedule.resolve;

import dev.drover.model.Kind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.GuestConfig;
import dev.drover.model.config.ResourceConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the names in constraints stand for. A member of a clone stands for the clone, since no
 * single instance can be meant, and what runs inside of a bundle for the clone of it there; a
 * template for the resources made from it, and a tag for the resources that carry it.
 */
public final class Names {
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final List<String> top;
  private final List<String> bundles = new ArrayList<>();

  /** What names stand for in a configuration. */
  public Names(Configuration configuration) {
    configuration.resources().forEach(resource -> add(resource, null));
    top = configuration.resources().stream().map(ResourceConfig::id).toList();
    // A template's name wins over a tag's.
    configuration.tags().forEach((tag, carriers) -> groups.put(tag, carriers));
    Map<String, List<String>> templates = new LinkedHashMap<>();
    configuration.resources().forEach(resource -> addTemplates(resource, templates));
    groups.putAll(templates);
  }

  private void add(ResourceConfig resource, @Nullable String clone) {
    resources.put(resource.id(), clone == null ? resource.id() : clone);
    if (resource.kind() == Kind.BUNDLE) {
      bundles.add(resource.id());
    }
    // A guest node's connection is a resource of the guest's name.
    GuestConfig.of(resource).ifPresent(guest -> resources.putIfAbsent(guest.node(), guest.node()));
    String outer = clone == null ? cloneOfMembers(resource) : clone;
    resource.members().forEach(member -> add(member, outer));
  }

  /** The clone whose instances a resource's members are; null where they are no instances. */
  private static @Nullable String cloneOfMembers(ResourceConfig resource) {
    if (resource.container() != null) {
      return resource.container().cloneName(resource.id());
    }
    return resource.kind() == Kind.CLONE ? resource.id() : null;
  }

  private static void addTemplates(ResourceConfig resource, Map<String, List<String>> templates) {
    if (resource.template() != null) {
      templates
          .computeIfAbsent(resource.template(), template -> new ArrayList<>())
          .add(resource.id());
    }
    resource.members().forEach(member -> addTemplates(member, templates));
  }

  /** The names of the outermost resources, in the order they were written. */
  List<String> top() {
    return top;
  }

  /** The resource that a name stands for; empty where it stands for several, or for none. */
  Optional<String> resource(String name) {
    String resource = resources.get(name);
    if (resource != null) {
      return Optional.of(resource);
    }
    // A single instance of a clone, by its number; or what a bundle is made of.
    int colon = name.lastIndexOf(':');
    boolean instance = colon > 0 && resources.containsKey(name.substring(0, colon));
    boolean part =
        !groups.containsKey(name)
            && bundles.stream().anyMatch(bundle -> name.startsWith(bundle + "-"));
    return instance || part ? Optional.of(name) : Optional.empty();
  }

  /**
   * The resources that a template's or tag's name stands for; empty for the name of a resource or
   * of nothing.
   */
  Optional<List<String>> members(String name) {
    return resource(name).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(groups.get(name)).map(this::known);
  }

  /**
   * The resources that a list of names stands for, in order.
   *
   * @return empty where a name stands for nothing: a constraint with such a name does not count
   */
  Optional<List<String>> all(List<String> names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      List<String> some = resource(name).map(List::of).or(() -> members(name)).orElse(List.of());
      if (some.isEmpty()) {
        return Optional.empty();
      }
      found.addAll(some);
    }
    return Optional.of(found);
  }

  private List<String> known(List<String> names) {
    return names.stream().flatMap(name -> resource(name).stream()).toList();
  }
}

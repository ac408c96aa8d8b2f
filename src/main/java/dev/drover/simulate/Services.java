package dev.drover.simulate;

import dev.drover.model.Kind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which services a configured resource stands for. */
final class Services {
  private Services() {}

  /**
   * The names of the primitives at or below a resource, without instance numbers. A bundle stands
   * for its containers; an instance's name, or one that is not configured, for itself.
   */
  static Stream<String> below(Configuration configuration, String resource) {
    return find(configuration.resources(), resource)
        .map(Services::primitives)
        .orElseGet(() -> Stream.of(resource));
  }

  private static Optional<ResourceConfig> find(List<ResourceConfig> resources, String id) {
    return resources.stream()
        .flatMap(Services::all)
        .filter(resource -> resource.id().equals(id))
        .findFirst();
  }

  private static Stream<ResourceConfig> all(ResourceConfig resource) {
    return Stream.concat(Stream.of(resource), resource.members().stream().flatMap(Services::all));
  }

  private static Stream<String> primitives(ResourceConfig resource) {
    if (resource.container() != null) {
      return Stream.of(resource.id() + "-" + resource.container().engine());
    }
    return all(resource).filter(each -> each.kind() == Kind.PRIMITIVE).map(ResourceConfig::id);
  }

  /**
   * True for a resource of which no more than one may be active: neither a clone nor inside one.
   */
  static boolean isSingle(Configuration configuration, String service) {
    return configuration.resources().stream().anyMatch(resource -> isSingle(resource, service));
  }

  private static boolean isSingle(ResourceConfig resource, String service) {
    return switch (resource.kind()) {
      case PRIMITIVE -> resource.id().equals(service);
      case GROUP -> resource.members().stream().anyMatch(member -> isSingle(member, service));
      case CLONE, BUNDLE -> false;
    };
  }

  /** True where a running service belongs to a name: the same, or an instance of it. */
  static boolean belongs(String service, String name) {
    return service.equals(name)
        || service.startsWith(name) && service.substring(name.length()).matches("[:-]\\d+");
  }
}

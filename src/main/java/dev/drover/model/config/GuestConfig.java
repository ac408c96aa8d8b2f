package dev.drover.model.config;

import dev.drover.model.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The node that runs inside of a resource which is a machine, as the resource's options tell.
 *
 * @param node its name
 * @param address where it is reached; null for its name
 * @param port null for the usual one
 * @param timeout how long connecting may take
 * @param migratable whether the connection may move; null where nothing is said
 * @param managed whether the connection is managed; null where nothing is said
 */
public record GuestConfig(
    String node,
    @Nullable String address,
    @Nullable String port,
    String timeout,
    @Nullable String migratable,
    @Nullable String managed) {
  /** The guest of a resource; empty where it has none. */
  public static Optional<GuestConfig> of(ResourceConfig resource) {
    Map<String, String> meta = new LinkedHashMap<>();
    for (SettingSet set : resource.meta()) {
      meta.putAll(set.values());
    }
    String node = meta.get("remote-node");
    return node == null || resource.kind() != Kind.PRIMITIVE
        ? Optional.empty()
        : Optional.of(
            new GuestConfig(
                node,
                meta.get("remote-addr"),
                meta.get("remote-port"),
                meta.getOrDefault("remote-connect-timeout", "60s"),
                meta.get("remote-allow-migrate"),
                meta.get("is-managed")));
  }
}

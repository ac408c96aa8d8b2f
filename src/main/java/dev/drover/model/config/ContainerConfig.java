package dev.drover.model.config;

import dev.drover.model.fact.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle launches.
 *
 * @param engine {@code docker} or {@code podman}
 * @param attributes the container's own, as written
 * @param network the network element's attributes
 * @param ports one map of attributes for each port mapping
 * @param storage one map of attributes for each storage mapping
 */
public record ContainerConfig(
    String engine,
    Map<String, String> attributes,
    Map<String, String> network,
    List<Map<String, String>> ports,
    List<Map<String, String>> storage) {
  /** The port on which the daemon of a remote node listens unless something else is said. */
  public static final String USUAL_PORT = "3121";

  /**
   * A port, or a range of them, that is reachable from outside.
   *
   * @param outside null where nothing is said
   * @param inside what it is called in the container
   */
  public record Port(@Nullable String outside, @Nullable String inside) {}

  /**
   * A folder of the host that is mounted.
   *
   * @param source the same for all replicas; null where it is not
   * @param root below which each replica has its own; null where they share one
   * @param target where it is mounted; null where nothing is said
   * @param options null for none
   */
  public record Mount(
      @Nullable String source,
      @Nullable String root,
      @Nullable String target,
      @Nullable String options) {}

  public @Nullable String image() {
    return attributes.get("image");
  }

  /** How many replicas there are; 1 or more. */
  public int replicas() {
    return number("replicas", Math.max(1, promotedMax()), 1);
  }

  /** How many replicas may share a host; 1 or more. */
  public int replicasPerHost() {
    return number("replicas-per-host", 1, 1);
  }

  /** How many replicas may be promoted; 0 or more. */
  public int promotedMax() {
    return number("promoted-max", 0, 0);
  }

  /** The name of the clone of what runs in the containers of a bundle. */
  public String cloneName(String bundle) {
    return bundle + (promotedMax() > 0 ? "-master" : "-clone");
  }

  /** What runs in the container; null for what the image says. */
  public @Nullable String command() {
    return attributes.get("run-command");
  }

  /** The engine's network; null for the usual one. */
  public @Nullable String engineNetwork() {
    return attributes.get("network");
  }

  /** What else the engine is told; null for nothing. */
  public @Nullable String engineOptions() {
    return attributes.get("options");
  }

  /** The first replica's address, which the others' follow; null where they have none. */
  public @Nullable String firstAddress() {
    return network.get("ip-range-start");
  }

  /** Whether a port for the daemon inside was chosen. */
  public boolean hasControlPort() {
    return network.containsKey("control-port");
  }

  /** On which port the daemon inside listens. */
  public String controlPort() {
    return network.getOrDefault("control-port", USUAL_PORT);
  }

  /** The interface that gets the addresses; null for the one that fits. */
  public @Nullable String hostInterface() {
    return network.get("host-interface");
  }

  /** How many bits of the addresses are the network's. */
  public String hostNetmask() {
    return network.getOrDefault("host-netmask", "32");
  }

  /** Whether replicas learn each other's names by the engine's own option. */
  public boolean addsHosts() {
    return !Words.isFalse(network.getOrDefault("add-host", "true"));
  }

  /** The port mappings, in the order in which they were written. */
  public List<Port> mappedPorts() {
    return ports.stream()
        .map(
            map -> {
              String port = map.get("port");
              return port == null
                  ? new Port(map.get("range"), map.get("range"))
                  : new Port(port, map.getOrDefault("internal-port", port));
            })
        .toList();
  }

  /** The storage mappings, in the order in which they were written. */
  public List<Mount> mounts() {
    return storage.stream()
        .map(
            map ->
                new Mount(
                    map.get("source-dir"),
                    map.get("source-dir-root"),
                    map.get("target-dir"),
                    map.get("options")))
        .toList();
  }

  private int number(String attribute, int otherwise, int least) {
    String written = attributes.get(attribute);
    return written == null
        ? otherwise
        : (int) Math.max(least, Math.min(Integer.MAX_VALUE, Words.number(written, least)));
  }
}

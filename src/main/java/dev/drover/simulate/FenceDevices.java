package dev.drover.simulate;

import dev.drover.execute.FenceLevel;
import dev.drover.execute.FenceTopology;
import dev.drover.model.ClusterState;
import dev.drover.model.Intervals;
import dev.drover.model.config.FenceDeviceConfig;
import dev.drover.model.config.ResourceConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which configured devices can fence which node, and how long each waits before it does. */
final class FenceDevices {
  private final List<FenceDeviceConfig> devices = new ArrayList<>();
  private final FenceTopology levels;

  FenceDevices(ClusterState state, Instant at) {
    state.configuration().resources().forEach(this::collect);
    levels = FenceTopology.of(state, at);
  }

  private void collect(ResourceConfig resource) {
    if (resource.agent() != null && resource.agent().isFenceDevice()) {
      devices.add(FenceDeviceConfig.of(resource));
    }
    resource.members().forEach(this::collect);
  }

  /**
   * What is tried for a node, one after the other: the devices of each of its levels together, or
   * where it has no levels, each device that reaches it.
   *
   * @return empty where nothing can fence the node
   */
  List<List<String>> waysToFence(String node) {
    List<FenceLevel> own = levels.of(node);
    return own.isEmpty()
        ? devices.stream()
            .filter(device -> reaches(device, node))
            .map(device -> List.of(device.id()))
            .toList()
        : own.stream().map(FenceLevel::devices).toList();
  }

  /**
   * A device that names no node says itself at run time whom it reaches; pretended ones reach all.
   */
  private static boolean reaches(FenceDeviceConfig device, String node) {
    String hosts = device.hostList();
    String map = device.hostMap();
    if (hosts == null && map == null) {
      return true;
    }
    return hosts != null && List.of(hosts.split("[\\s,;]+")).contains(node)
        || map != null
            && List.of(map.split("[\\s;,]+")).stream()
                .anyMatch(entry -> entry.startsWith(node + ":"));
  }

  /** How long the devices wait before they fence a node; the longest counts. */
  Duration delay(List<String> together, String node) {
    return devices.stream()
        .filter(device -> together.contains(device.id()))
        .map(device -> delay(device.delayBase(), node))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** {@code 5s} for every node, or {@code node1:5s;node2:10s}. */
  private static Duration delay(@Nullable String text, String node) {
    if (text == null) {
      return Duration.ZERO;
    }
    for (String part : text.split("[\\s;,]+")) {
      if (part.startsWith(node + ":")) {
        return Duration.ofMillis(Intervals.parse(part.substring(node.length() + 1)));
      }
    }
    return text.contains(":") ? Duration.ZERO : Duration.ofMillis(Intervals.parse(text));
  }
}

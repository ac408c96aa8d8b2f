package dev.drover.agent.fence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a device's options say of nodes; names are compared without regard to case.
 *
 * @param list {@code pcmk_host_list}: the nodes that it can fence; empty where none are told
 * @param map {@code pcmk_host_map}: what the device calls each node, such as {@code 2,3} for two
 *     plugs; empty where names are the same
 */
public record Hosts(List<String> list, Map<String, String> map) {
  /** Nothing said of any node. */
  public static final Hosts UNTOLD = new Hosts(List.of(), Map.of());

  /** Whether nodes are named at all. */
  public boolean areTold() {
    return !list.isEmpty() || !map.isEmpty();
  }

  /** Whether a node is named. */
  public boolean names(String node) {
    return list.stream().anyMatch(node::equalsIgnoreCase) || mapped(node).isPresent();
  }

  /** What the device calls a node. */
  public String plug(String node) {
    return mapped(node).orElse(node);
  }

  private Optional<String> mapped(String node) {
    return map.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(node))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

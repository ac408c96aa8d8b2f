package dev.drover.simulate;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.Configurations;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cluster states for tests: members that are up, and resources without history. */
final class Clusters {
  private Clusters() {}

  static ClusterState of(List<String> nodes, ResourceConfig... resources) {
    return of(Map.of(), nodes, resources);
  }

  static ClusterState of(
      Map<String, String> options, List<String> nodes, ResourceConfig... resources) {
    List<NodeConfig> configured = new ArrayList<>();
    List<NodeState> states = new ArrayList<>();
    for (String node : nodes) {
      configured.add(new NodeConfig("id-" + node, node, NodeKind.MEMBER, List.of(), List.of()));
      states.add(
          new NodeState(
              "id-" + node,
              node,
              false,
              "true",
              "online",
              "member",
              "member",
              Map.of(),
              Map.of(),
              List.of()));
    }
    Configuration configuration =
        Configurations.of(
            List.of(SettingSet.always("options", options)), configured, List.of(resources));
    return new ClusterState(configuration, status(states));
  }

  private static Status status(List<NodeState> states) {
    return new Status(true, null, null, states, List.of());
  }

  static ResourceConfig primitive(String id) {
    return primitive(id, new Agent("ocf", "acme", "shop"), Map.of());
  }

  static ResourceConfig device(String id, Map<String, String> parameters) {
    return primitive(id, new Agent("stonith", null, "fence_acme"), parameters);
  }

  private static ResourceConfig primitive(String id, Agent agent, Map<String, String> parameters) {
    return new ResourceConfig(
        id,
        Kind.PRIMITIVE,
        agent,
        null,
        List.of(),
        List.of(SettingSet.always(id + "-parameters", parameters)),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  static ResourceConfig collective(String id, Kind kind, ResourceConfig... members) {
    return new ResourceConfig(
        id, kind, null, null, List.of(), List.of(), List.of(), List.of(), List.of(members), null);
  }
}

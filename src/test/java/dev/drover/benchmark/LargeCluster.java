package dev.drover.benchmark;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A cluster of groups of three on equal nodes that have just come up. Every second group prefers a
 * node, some shun one, some are with or apart from an earlier group, some come after one: what a
 * seed says, always the same.
 */
final class LargeCluster {
  private static final int MEMBERS = 3;

  private final Random random;
  private final List<LocationConstraint> locations = new ArrayList<>();
  private final List<ColocationConstraint> colocations = new ArrayList<>();
  private final List<OrderConstraint> orders = new ArrayList<>();

  private LargeCluster(long seed) {
    random = new Random(seed);
  }

  /** The cluster of a size and a seed. */
  static ClusterState of(Size size, long seed) {
    return new LargeCluster(seed).make(size);
  }

  private ClusterState make(Size size) {
    List<NodeConfig> nodes = new ArrayList<>();
    List<NodeState> states = new ArrayList<>();
    for (int i = 1; i <= size.nodes(); i++) {
      String id = Integer.toString(i);
      nodes.add(new NodeConfig(id, "node" + i, NodeKind.MEMBER, List.of(), List.of()));
      states.add(up(id, "node" + i));
    }
    List<ResourceConfig> resources = new ArrayList<>();
    resources.add(primitive("power", new Agent("stonith", null, "fence_dummy")));
    for (int i = 1, left = size.primitives() - 1; left > 0; i++, left -= MEMBERS) {
      resources.add(group(i, Math.min(MEMBERS, left)));
      wishes(i, size.nodes());
    }
    Configuration configuration =
        new Configuration(
            List.of(),
            nodes,
            resources,
            locations,
            colocations,
            orders,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    return new ClusterState(configuration, new Status(true, "1", null, states, List.of()));
  }

  private static NodeState up(String id, String name) {
    return new NodeState(
        id, name, false, "true", "online", "member", "member", Map.of(), Map.of(), List.of());
  }

  private static ResourceConfig group(int number, int members) {
    List<ResourceConfig> list = new ArrayList<>();
    for (int i = 1; i <= members; i++) {
      list.add(primitive(name(number) + "-" + i, new Agent("ocf", "pacemaker", "Dummy")));
    }
    return new ResourceConfig(
        name(number),
        Kind.GROUP,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        list,
        null);
  }

  private static ResourceConfig primitive(String id, Agent agent) {
    OperationConfig monitor =
        new OperationConfig(id + "-monitor", "monitor", "10s", Map.of(), List.of(), List.of());
    return new ResourceConfig(
        id,
        Kind.PRIMITIVE,
        agent,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(monitor),
        List.of(),
        null);
  }

  private static String name(int number) {
    return "group" + number;
  }

  /** Constraints point to earlier groups only, so that none of them goes round in a circle. */
  private void wishes(int number, int nodes) {
    String group = name(number);
    if (random.nextInt(2) == 0) {
      locate("prefers", group, nodes, new Score(1 + random.nextInt(100)));
    }
    if (random.nextInt(10) == 0) {
      locate("shuns", group, nodes, Score.MINUS_INFINITY);
    }
    if (number > 1 && random.nextInt(5) == 0) {
      Score score = random.nextInt(4) == 0 ? Score.INFINITY : new Score(random.nextInt(200) - 100);
      colocations.add(
          new ColocationConstraint(
              "with-" + group, group, null, earlier(number), null, null, score, null, List.of()));
    }
    if (number > 1 && random.nextInt(5) == 0) {
      String kind = random.nextInt(4) == 0 ? "Optional" : "Mandatory";
      orders.add(
          new OrderConstraint(
              "after-" + group, earlier(number), null, group, null, kind, null, true, List.of()));
    }
  }

  private void locate(String wish, String group, int nodes, Score score) {
    locations.add(
        new LocationConstraint(
            wish + "-" + group,
            group,
            null,
            List.of(),
            null,
            "node" + (1 + random.nextInt(nodes)),
            score,
            List.of(),
            null));
  }

  private String earlier(int number) {
    return name(1 + random.nextInt(number - 1));
  }
}

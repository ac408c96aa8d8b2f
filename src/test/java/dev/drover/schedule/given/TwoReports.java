package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configurations;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import dev.drover.schedule.Defaults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The machine {@code vm}, of which the nodes {@code a} and {@code b} recorded something. */
final class TwoReports {
  private static final Agent AGENT = new Agent("ocf", "heartbeat", "VirtualDomain");

  private TwoReports() {}

  static Given of(List<OperationRecord> onA, List<OperationRecord> onB) {
    ResourceConfig vm =
        new ResourceConfig(
            "vm",
            Kind.PRIMITIVE,
            AGENT,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return new Given(
        new ClusterState(
            Configurations.of(List.of(), List.of(node("a"), node("b")), List.of(vm)),
            new Status(true, null, null, List.of(report("a", onA), report("b", onB)), List.of())),
        Instant.EPOCH,
        new Defaults(Map.of(), Set.of()));
  }

  private static NodeConfig node(String name) {
    return new NodeConfig("id-" + name, name, NodeKind.MEMBER, List.of(), List.of());
  }

  private static NodeState report(String name, List<OperationRecord> records) {
    return new NodeState(
        "id-" + name,
        name,
        false,
        "true",
        "online",
        "member",
        "member",
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(new ResourceHistory("vm", AGENT, Map.of(), records)));
  }
}

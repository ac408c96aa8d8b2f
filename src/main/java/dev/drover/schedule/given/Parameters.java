package dev.drover.schedule.given;

import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.fact.DeviceDefinition;
import dev.drover.model.fact.Operation;
import dev.drover.model.fact.ParameterChange;
import dev.drover.model.status.OperationRecord;
import dev.drover.schedule.digest.DigestInput;
import dev.drover.schedule.digest.ParameterDigests;
import dev.drover.schedule.digest.UnfencingDigests;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What agents are given, on which node, and whether that is still what an operation ran with. */
public final class Parameters {
  /** In place of a node, where that makes no difference. */
  private static final String ANYWHERE = "";

  private final NodeTable nodes;
  private final OperationFacts operations;
  private final Instant now;
  private final Map<String, Map<String, Map<String, String>>> known = new HashMap<>();

  Parameters(NodeTable nodes, OperationFacts operations, Instant now) {
    this.nodes = nodes;
    this.operations = operations;
    this.now = now;
  }

  /** A primitive's parameters on a node. */
  Map<String, String> of(Primitive primitive, String nodeId) {
    return known
        .computeIfAbsent(primitive.name(), name -> new HashMap<>())
        .computeIfAbsent(
            isConditional(primitive) ? nodeId : ANYWHERE, node -> values(primitive, nodeId));
  }

  /** Whether the parameters may differ from node to node. */
  private static boolean isConditional(Primitive primitive) {
    for (List<SettingSet> sets : primitive.parameters()) {
      for (SettingSet set : sets) {
        if (set.condition() != null) {
          return true;
        }
      }
    }
    return false;
  }

  private Map<String, String> values(Primitive primitive, String nodeId) {
    Map<String, String> values = new LinkedHashMap<>();
    for (List<SettingSet> sets : primitive.parameters()) {
      Settings.addTo(values, sets, context(nodeId).withAgent(primitive.agent()));
    }
    return values;
  }

  private Context context(String nodeId) {
    NodeTable.Entry node = nodes.byId(nodeId);
    return Context.at(now).onNode(node == null ? Map.of() : node.attributes());
  }

  /**
   * How a fence device is defined for a node, and whether it was defined otherwise when it last
   * unfenced the node.
   */
  DeviceDefinition definition(Primitive device, NodeTable.Entry node) {
    DigestInput now =
        new DigestInput(
            device.agent(), of(device, node.id()), Map.of(), Operation.USUAL_TIMEOUT_MS, null);
    UnfencingDigests digests = UnfencingDigests.of(device.name(), now);
    boolean changed = digests.compare(node.attributes()) == ParameterChange.RESTART;
    return new DeviceDefinition(device.name(), node.id(), digests.all(), digests.secure(), changed);
  }

  /** What became of the parameters that a recorded operation ran with. */
  ParameterChange change(Primitive primitive, OperationRecord record, String nodeId) {
    if (!ParameterDigests.isRecorded(record)) {
      return ParameterChange.UNKNOWN;
    }
    // an address that stands for the host of a container is known only once that is placed
    if (primitive.orphan() || "#uname".equals(of(primitive, nodeId).get("addr"))) {
      return ParameterChange.NONE;
    }
    return ParameterDigests.compareSanitized(
        record, input(primitive, record.operation(), record.intervalMs(), nodeId));
  }

  /** What an operation would run with now. */
  public DigestInput input(Primitive primitive, String task, long intervalMs, String nodeId) {
    Operation operation = operations.of(primitive, task, intervalMs);
    Map<String, String> own = Map.of();
    for (OperationConfig config : primitive.operations()) {
      if (config.id().equals(operation.id())) {
        own = Settings.resolve(config.parameters(), context(nodeId));
      }
    }
    return new DigestInput(
        primitive.agent(), of(primitive, nodeId), own, operation.timeoutMs(), null);
  }
}

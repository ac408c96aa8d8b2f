package dev.drover.policy;

import dev.drover.policy.GeneratedResources.Top;
import dev.drover.scenario.Scenario;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster and what happens to it, thrown together by a seed: for what must hold whatever the
 * configuration.
 */
final class GeneratedStory {
  private static final int RESOURCES = 5;
  private static final int CONSTRAINTS = 5;
  private static final int EVENTS = 3;

  private final Dice dice;
  private final StringBuilder text = new StringBuilder();
  private int moves;
  private final List<String> nodes = new ArrayList<>(List.of("a", "b", "c"));

  private GeneratedStory(long seed) {
    dice = new Dice(seed);
  }

  /** The story of a seed, always the same. */
  static Scenario of(long seed) {
    String text = text(seed);
    try {
      return ScenarioReader.read(text, "story " + seed, Path.of(""));
    } catch (InputException mistaken) {
      throw new IllegalStateException(text, mistaken);
    }
  }

  /** The story of a seed as a scenario file. */
  static String text(long seed) {
    return new GeneratedStory(seed).write();
  }

  private String write() {
    boolean remote = dice.onceIn(4);
    boolean guest = dice.onceIn(4);
    boolean counted = dice.onceIn(4);
    boolean unfencing = dice.onceIn(4);
    GeneratedResources resources = new GeneratedResources(dice, counted, unfencing);
    text.append("scenario: generated\ncluster:\n  options: {").append(options(counted, remote));
    text.append("}\n  nodes:\n");
    for (String node : nodes) {
      text.append(
          "    %s: {attributes: {rack: r%d}%s}%n"
              .formatted(node, 1 + dice.below(2), counted ? ", utilization: {cpu: 6}" : ""));
    }
    resources.addLine(
        "{primitive: fencer, agent: \"stonith:fence_dummy\"%s}"
            .formatted(unfencing ? ", options: {provides: unfencing}" : ""));
    if (remote) {
      nodes.add("far");
      text.append("    far: {kind: remote}\n");
      resources.addLine(
          "{primitive: far, agent: \"ocf:pacemaker:remote\", operations: {monitor: 20s}}");
    }
    if (guest) {
      nodes.add("vm");
      resources.addLine(
          "{primitive: machine, agent: \"ocf:heartbeat:VirtualDomain\", options: {remote-node: vm%s}, operations: {monitor: 20s}}"
              .formatted(dice.either() ? ", allow-migrate: true" : ""));
    }
    for (int i = 0; i < RESOURCES; i++) {
      resources.add("r" + i);
    }
    GeneratedConstraints constraints = new GeneratedConstraints(dice, resources.tops(), nodes);
    for (int i = 0; i < CONSTRAINTS; i++) {
      constraints.add(dice.below(RESOURCES));
    }
    constraints.addAfterClones();
    text.append(
        "  templates:\n    - {template: common, agent: \"ocf:pacemaker:Dummy\","
            + " options: {resource-stickiness: 20}, operations: {monitor: 15s}}\n");
    text.append("  resources:\n").append(resources.text());
    text.append("  constraints:\n").append(constraints.text());
    text.append("  tags: {tagged: [r1, r2]}\n");
    text.append("  tickets: {T: ").append(dice.pick("granted", "revoked", "standby")).append("}\n");
    if (dice.onceIn(3)) {
      text.append(
          "  fencing:\n    - {node: c, level: 1, devices: fencer}\n"
              + "    - {pattern: \"a|b\", level: 2, devices: fencer}\n");
    }
    text.append("steps:\n  - when: []\n");
    for (int i = 0; i < EVENTS; i++) {
      text.append("  - when: [").append(event(resources)).append("]\n");
    }
    return text.toString();
  }

  private String options(boolean counted, boolean remote) {
    String first =
        dice.pick(
            "fencing-enabled: false",
            "no-quorum-policy: freeze",
            "no-quorum-policy: demote",
            "symmetric-cluster: true",
            "stop-all-resources: false",
            "start-failure-is-fatal: false",
            "shutdown-lock: true",
            "concurrent-fencing: false",
            "node-health-strategy: migrate-on-red",
            "node-health-strategy: progressive");
    return first
        + (remote ? ", startup-fencing: false" : "")
        + (counted
            ? ", placement-strategy: " + dice.pick("utilization", "balanced", "minimal")
            : "");
  }

  private String event(GeneratedResources resources) {
    String member = dice.pick("a", "b", "c");
    Top top = dice.pick(resources.tops());
    return switch (dice.below(18)) {
      case 0 -> "{standby: %s}".formatted(member);
      case 1 -> "{loses-power: c}, {time-passes: 1min}";
      case 2 -> "{quorum: %s}".formatted(dice.pick("lost", "regained"));
      case 3 -> "{shuts-down: %s}".formatted(member);
      case 4 ->
          resources.primitives().isEmpty()
              ? "{time-passes: 1min}"
              : "{started-by-hand: {resource: %s, on: %s}}, {cleaned-up: everything}"
                  .formatted(dice.pick(resources.primitives()), member);
      case 5 -> "{ticket: {name: T, is: %s}}".formatted(dice.pick("granted", "revoked", "standby"));
      case 6 ->
          "{reports: {node: %s, name: \"#health-disk\", value: %s}}"
              .formatted(member, dice.pick("red", "yellow", "green"));
      case 7 -> "{enters-maintenance: %s}".formatted(dice.pick("cluster", member, top.name()));
      case 8 ->
          "{resource-options: {resource: %s, values: {target-role: %s}}}"
              .formatted(top.name(), dice.pick("Stopped", "Started"));
      case 9 -> "{time-passes: %dmin}".formatted(1 + dice.below(3));
      case 10 -> anotherDevice(member);
      case 11, 12 -> moves(resources, member);
      default -> failure(resources);
    };
  }

  /** To be unfenced again, where nodes are unfenced at all; else it means nothing. */
  private static String anotherDevice(String node) {
    return "{reports: {node: %s, name: \"#digests-all\", value: \"fencer:fence_dummy:0,\"}}, {reports: {node: %s, name: \"#digests-secure\", value: \"fencer:fence_dummy:0,\"}}"
        .formatted(node, node);
  }

  /** An operator has something moved, live where that is possible. */
  private String moves(GeneratedResources resources, String to) {
    String what =
        resources.migratable().isEmpty()
            ? dice.pick(resources.tops()).name()
            : dice.pick(resources.migratable());
    return "{add-constraint: {locate: %s, on: %s, score: %s, id: move%d}}"
        .formatted(what, to, dice.pick("200", "INFINITY"), moves++);
  }

  private String failure(GeneratedResources resources) {
    return resources.primitives().isEmpty()
        ? "{time-passes: 1min}"
        : "{fails: {resource: %s, operation: %s, code: %d, times: 2}}, {time-passes: 1min}"
            .formatted(
                dice.pick(resources.primitives()),
                dice.pick("monitor", "start", "stop", "promote", "demote"),
                1 + dice.below(7));
  }
}

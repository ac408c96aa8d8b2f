package dev.drover.policy;

import dev.drover.scenario.Scenario;
import dev.drover.text.InputException;
import dev.drover.text.yaml.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A cluster and what happens to it, thrown together by a seed: for what must hold whatever the
 * configuration.
 */
final class GeneratedStory {
  private static final List<String> CLUSTER_OPTIONS =
      List.of(
          "fencing-enabled: false",
          "no-quorum-policy: freeze",
          "no-quorum-policy: demote",
          "symmetric-cluster: true",
          "placement-strategy: balanced",
          "stop-all-resources: false",
          "start-failure-is-fatal: false",
          "shutdown-lock: true");
  private static final List<String> RESOURCE_OPTIONS =
      List.of(
          "resource-stickiness: 10",
          "migration-threshold: 2",
          "priority: 5",
          "failure-timeout: 30s",
          "is-managed: false",
          "multiple-active: block",
          "allow-migrate: true",
          "target-role: Stopped");
  private static final List<String> ON_FAIL =
      List.of("restart", "ignore", "block", "stop", "standby", "fence");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> primitives = new ArrayList<>();
  private final List<String> tops = new ArrayList<>();

  private GeneratedStory(long seed) {
    random = new Random(seed);
  }

  /** The story of a seed, always the same. */
  static Scenario of(long seed) {
    String text = new GeneratedStory(seed).write();
    try {
      return ScenarioReader.read(text, "story " + seed, Path.of(""));
    } catch (InputException mistaken) {
      throw new IllegalStateException(text, mistaken);
    }
  }

  private String write() {
    text.append("scenario: generated\ncluster:\n");
    text.append("  options: {").append(pick(CLUSTER_OPTIONS)).append("}\n");
    text.append("  nodes: [a, b, c]\n  resources:\n");
    text.append("    - {primitive: fencer, agent: \"stonith:fence_dummy\"}\n");
    for (int i = 0; i < 4; i++) {
      resource("r" + i);
    }
    text.append("  constraints:\n");
    for (int i = 0; i < 4; i++) {
      text.append("    - ").append(constraint(i)).append('\n');
    }
    text.append("steps:\n  - when: []\n");
    for (int i = 0; i < 4; i++) {
      text.append("  - when: [").append(event()).append("]\n");
    }
    return text.toString();
  }

  private void resource(String name) {
    tops.add(name);
    switch (random.nextInt(4)) {
      case 0 -> text.append("    - ").append(primitive(name, "Dummy", "")).append('\n');
      case 1 ->
          text.append(
              "    - group: %s%n      members:%n        - %s%n        - %s%n"
                  .formatted(
                      name,
                      primitive(name + "x", "Dummy", ""),
                      primitive(name + "y", "Dummy", "")));
      case 2 ->
          text.append(
              "    - clone: %s%n      options: {interleave: %s}%n      of: %s%n"
                  .formatted(name, random.nextBoolean(), primitive(name + "x", "Dummy", "")));
      default ->
          text.append(
              "    - clone: %s%n      options: {promotable: true, ordered: %s}%n      of: %s%n"
                  .formatted(
                      name,
                      random.nextBoolean(),
                      primitive(
                          name + "x",
                          "Stateful",
                          ", {operation: monitor, interval: 11s, role: Promoted}")));
    }
  }

  private String primitive(String name, String agent, String moreOperations) {
    primitives.add(name);
    return "{primitive: %s, agent: \"ocf:pacemaker:%s\", options: {%s}, operations: [%s%s]}"
        .formatted(
            name,
            agent,
            pick(RESOURCE_OPTIONS),
            "{operation: monitor, interval: 10s, on-fail: %s}".formatted(pick(ON_FAIL)),
            moreOperations);
  }

  private String constraint(int number) {
    String one = tops.get(number);
    // constraints point to later resources only, so that none of them goes round in a circle
    return switch (number == 3 ? 0 : random.nextInt(3)) {
      case 0 ->
          "{locate: %s, on: %s, score: %d, id: c%d}"
              .formatted(one, node(), random.nextInt(200) - 50, number);
      case 1 ->
          "{colocate: %s, with: %s, score: %s, id: c%d}"
              .formatted(
                  one, tops.get(3), pick(List.of("100", "-100", "INFINITY", "-INFINITY")), number);
      default ->
          "{order: [%s, %s], kind: %s, id: c%d}"
              .formatted(one, tops.get(number + 1), pick(List.of("Mandatory", "Optional")), number);
    };
  }

  private String event() {
    return switch (random.nextInt(7)) {
      case 0 -> "{standby: %s}".formatted(node());
      case 1 -> "{loses-power: c}, {time-passes: 1min}";
      case 2 -> "{quorum: %s}".formatted(pick(List.of("lost", "regained")));
      case 3 -> "{shuts-down: %s}".formatted(node());
      case 4 ->
          "{started-by-hand: {resource: %s, on: %s}}, {cleaned-up: everything}"
              .formatted(pick(primitives), node());
      default ->
          "{fails: {resource: %s, operation: %s, code: %d, times: 2}}, {time-passes: 1min}"
              .formatted(
                  pick(primitives),
                  pick(List.of("monitor", "start", "stop")),
                  1 + random.nextInt(7));
    };
  }

  private String node() {
    return pick(List.of("a", "b", "c"));
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}

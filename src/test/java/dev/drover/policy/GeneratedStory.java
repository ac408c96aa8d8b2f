package dev.drover.policy;

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

  /** A resource that no constraint names, so that it can be removed. */
  static final String SPARE = "spare";

  private final Dice dice;
  private final StringBuilder text = new StringBuilder();

  private GeneratedStory(long seed) {
    dice = new Dice(seed);
  }

  /** The story of a seed, always the same. */
  static Scenario of(long seed) {
    String text = text(seed);
    try {
      return ScenarioReader.read(text, "story " + seed, Path.of(""));
    } catch (InputException mistaken) {
      throw new IllegalStateException(mistaken.getMessage() + "\n" + text, mistaken);
    }
  }

  /** The story of a seed as a scenario file. */
  static String text(long seed) {
    return new GeneratedStory(seed).write();
  }

  private String write() {
    boolean guest = dice.onceIn(3);
    boolean counted = dice.onceIn(4);
    boolean unfencing = dice.onceIn(4);
    GeneratedNodes nodes = new GeneratedNodes(dice, counted, dice.onceIn(3));
    GeneratedResources resources = new GeneratedResources(dice, counted, unfencing);
    text.append("scenario: generated\ncluster:\n  options: {").append(nodes.options());
    text.append("}\n  nodes:\n").append(nodes.text());
    resources.addLine(
        "{primitive: fencer, agent: \"stonith:fence_dummy\"%s%s}"
            .formatted(
                unfencing ? ", options: {provides: unfencing}" : "",
                nodes.watchdogs() ? ", parameters: {pcmk_host_list: \"a far\"}" : ""));
    List<String> names = new ArrayList<>(nodes.names());
    if (nodes.remote()) {
      resources.addLine(
          "{primitive: far, agent: \"ocf:pacemaker:remote\", operations: {monitor: 20s}%s}"
              .formatted(dice.pick("", ", parameters: {reconnect_interval: 1min}")));
    }
    if (guest) {
      names.add("vm");
      resources.addLine(
          "{primitive: machine, agent: \"ocf:heartbeat:VirtualDomain\", options: {remote-node: vm%s}, operations: {monitor: 20s}}"
              .formatted(dice.either() ? ", allow-migrate: true" : ""));
    }
    for (int i = 0; i < RESOURCES; i++) {
      resources.add("r" + i);
    }
    resources.addSpare(SPARE);
    GeneratedConstraints constraints = new GeneratedConstraints(dice, resources.tops(), names);
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
    if (!nodes.watchdogs() && dice.onceIn(3)) {
      text.append(
          "  fencing:\n    - {node: c, level: 1, devices: fencer}\n"
              + "    - {pattern: \"a|b\", level: 2, devices: fencer}\n");
    }
    GeneratedEvents events = new GeneratedEvents(dice, resources, nodes.fencing());
    boolean unseen = nodes.fencing() && dice.onceIn(8);
    text.append(unseen ? "start: unseen\nsteps:\n" : "steps:\n");
    text.append("  - when: [")
        .append(unseen ? "{comes-up: " + dice.pick("[a, b, c]", "[a, b]", "a") + "}" : "")
        .append("]\n");
    for (int i = 0; i < EVENTS; i++) {
      text.append("  - when: [").append(events.next()).append("]\n");
    }
    return text.toString();
  }
}

package dev.drover.policy;

import java.util.ArrayList;
import java.util.List;

/** The cluster's own options and its nodes, as text for a cluster file. */
final class GeneratedNodes {
  private final Dice dice;
  private final boolean counted;
  private final boolean remote;
  private final boolean fencing;
  private final boolean watchdogs;
  private final List<String> names = new ArrayList<>(List.of("a", "b", "c"));

  /**
   * Throws for them.
   *
   * @param counted whether room on nodes counts
   * @param remote whether there is a remote node besides the three members
   */
  GeneratedNodes(Dice dice, boolean counted, boolean remote) {
    this.dice = dice;
    this.counted = counted;
    this.remote = remote;
    fencing = !dice.onceIn(10);
    watchdogs = fencing && dice.onceIn(8);
    if (remote) {
      names.add("far");
    }
  }

  /** Whether lost nodes are fenced. */
  boolean fencing() {
    return fencing;
  }

  /** Whether the fence device reaches some nodes only, and the others have watchdogs. */
  boolean watchdogs() {
    return watchdogs;
  }

  /** Whether there is a remote node. */
  boolean remote() {
    return remote;
  }

  /** Their names, in which guest nodes are missing. */
  List<String> names() {
    return names;
  }

  /** Values of cluster options. */
  String options() {
    return "fencing-enabled: "
        + fencing
        + ", "
        + dice.pick(
            "no-quorum-policy: freeze",
            "no-quorum-policy: demote",
            fencing ? "no-quorum-policy: fence" : "no-quorum-policy: ignore",
            "symmetric-cluster: false",
            // a remote node that was fenced stays off, and without a limit its connection is tried
            // for ever
            remote ? "cluster-delay: 30s" : "start-failure-is-fatal: false",
            "shutdown-lock: true",
            "shutdown-lock: true, shutdown-lock-limit: 1min",
            "concurrent-fencing: false",
            "fencing-action: off",
            "priority-fencing-delay: 15s",
            "enable-startup-probes: false",
            "stop-removed-resources: false",
            "batch-limit: 1",
            "migration-limit: 1, node-action-limit: 1",
            "node-health-strategy: migrate-on-red",
            "node-health-strategy: only-green",
            "node-health-strategy: custom, node-health-red: -200, node-health-yellow: -20",
            "node-health-strategy: progressive, node-health-base: 10")
        + (remote || dice.onceIn(10) ? ", startup-fencing: false" : "")
        + (watchdogs
            ? ", have-watchdog: true, fencing-watchdog-timeout: " + dice.pick("-1", "20s")
            : "")
        + (counted
            ? ", placement-strategy: "
                + dice.pick("default", "utilization", "utilization", "balanced", "minimal")
            : "");
  }

  /** The lines below {@code nodes:}. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (String member : List.of("a", "b", "c")) {
      text.append(
          "    %s: {attributes: {rack: r%d, weight: %d}%s%s%s}%n"
              .formatted(
                  member,
                  1 + dice.below(2),
                  dice.below(100),
                  counted ? ", utilization: {cpu: 6}" : "",
                  watchdogs && !member.equals("a") ? ", watchdog: 5s" : "",
                  member.equals("c") && dice.onceIn(5)
                      ? ", state: " + dice.pick("pending", "pending", "offline", "lost", "unseen")
                      : ""));
    }
    if (remote) {
      text.append("    far: {kind: remote}\n");
    }
    return text.toString();
  }
}

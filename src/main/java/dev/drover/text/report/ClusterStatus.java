package dev.drover.text.report;

import dev.drover.plan.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a running cluster stands, as text in the layout that operators of clusters know. */
public final class ClusterStatus {
  /** What is told only where it is asked for. */
  public enum Detail {
    /** How often resources failed on which node. */
    FAILURES,
    /** Every fencing that is remembered. */
    FENCING,
    /** What commands changed beside the configuration's file. */
    CHANGES
  }

  private final Observation seen;
  private final StringBuilder text = new StringBuilder();

  private ClusterStatus(Observation seen) {
    this.seen = seen;
  }

  /** Everything that is worth telling, with the details that are asked for. */
  public static String of(Observation seen, Set<Detail> details) {
    ClusterStatus status = new ClusterStatus(seen);
    status.summary();
    Scene scene = Scene.of(seen.assessment(), true);
    Outline nodes = new Outline();
    NodeSection.write(scene, nodes);
    status.section(nodes);
    Outline resources = new Outline();
    ResourceSection.write(scene, resources);
    status.section(resources);
    if (details.contains(Detail.FAILURES)) {
      status.failures();
    }
    status.list(
        "Failed Resource Actions", seen.failed().stream().map(FailedOperation::line).toList());
    status.fencing(details.contains(Detail.FENCING));
    if (details.contains(Detail.CHANGES)) {
      status.list("Changed by Commands", seen.changes());
    }
    status.list("Daemon Status", seen.daemons().stream().map(ClusterStatus::line).toList());
    return status.text.toString();
  }

  private void summary() {
    Assessment assessment = seen.assessment();
    text.append("Cluster name: ").append(seen.cluster()).append('\n');
    Outline out = new Outline().title("Cluster Summary");
    String coordinator = seen.coordinator() == null ? "none" : seen.coordinator();
    out.item(
        "Coordinator: %s - partition %s quorum (%d of %s)"
            .formatted(
                coordinator,
                assessment.quorate() ? "with" : "WITHOUT",
                seen.votes().present(),
                counted(seen.votes().expected(), "vote")));
    out.item("Last updated: " + StatusReport.date(seen.updated()));
    Instant changed = seen.changed();
    if (changed != null) {
      String by = seen.changedBy() == null ? "" : " by " + seen.changedBy();
      out.item("Last change:  " + StatusReport.date(changed) + by);
    }
    out.item(counted(assessment.nodes().size(), "node") + " configured");
    out.item(instances(InstanceCount.of(assessment)));
    text.append(out);
    String notice = StatusReport.management(assessment).stripTrailing();
    if (!notice.isEmpty()) {
      text.append(notice).append('\n');
    }
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String instances(InstanceCount count) {
    List<String> held = new ArrayList<>();
    if (count.disabled() > 0) {
      held.add(count.disabled() + " DISABLED");
    }
    if (count.blocked() > 0) {
      held.add(count.blocked() + " BLOCKED from further action due to failure");
    }
    return counted(count.all(), "resource instance")
        + " configured"
        + (held.isEmpty() ? "" : " (" + String.join(", ", held) + ")");
  }

  private void failures() {
    Map<String, List<String>> byNode = new LinkedHashMap<>();
    seen.failures()
        .forEach(
            count ->
                byNode.computeIfAbsent(count.node(), node -> new ArrayList<>()).add(count.line()));
    Outline out = new Outline().title("Migration Summary");
    if (byNode.isEmpty()) {
      out.item("No failures");
    }
    byNode.forEach(
        (node, lines) -> {
          out.open("Node: " + node);
          lines.forEach(out::item);
          out.close();
        });
    section(out);
  }

  private void fencing(boolean everything) {
    List<FencingEntry> history = seen.fencing();
    list(
        "Failed Fencing Actions",
        history.stream()
            .filter(entry -> FencingEntry.isOpenFailure(entry, history))
            .map(FencingEntry::line)
            .toList());
    list(
        "Pending Fencing Actions",
        history.stream()
            .filter(entry -> entry.state() == FencingEntry.State.PENDING)
            .map(FencingEntry::line)
            .toList());
    if (everything) {
      list("Fencing History", history.stream().map(FencingEntry::line).toList());
    }
  }

  private static String line(Observation.DaemonState daemon) {
    String version = daemon.version() == null ? "" : " (" + daemon.version() + ")";
    String down =
        daemon.links().stream()
            .filter(link -> !link.isUp())
            .map(
                link ->
                    "; %s is down since %s"
                        .formatted(link.address(), StatusReport.date(link.since())))
            .collect(Collectors.joining());
    return daemon.node() + ": " + daemon.state() + version + down;
  }

  /** A section of lines, where there are any. */
  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      Outline out = new Outline().title(title);
      lines.forEach(out::item);
      section(out);
    }
  }

  private void section(Outline out) {
    String lines = out.toString();
    if (!lines.isEmpty()) {
      text.append('\n').append(lines);
    }
  }
}

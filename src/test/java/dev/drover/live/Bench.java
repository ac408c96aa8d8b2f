package dev.drover.live;

import dev.drover.cli.Schedulers;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Unreloadable;
import dev.drover.model.ClusterState;
import dev.drover.schedule.Scheduler;
import dev.drover.text.yaml.ClusterReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A coordinator with hands that only note what they are given, and a clock that stands still. */
class Bench implements Hands {
  private static final Scheduler SCHEDULER = Schedulers.of(Path.of("rules"));

  static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  final Map<Long, Assignment> assigned = new LinkedHashMap<>();
  private final List<Assignment> all = new ArrayList<>();
  final Map<Long, FenceJob> fences = new LinkedHashMap<>();
  final List<FenceJob> withdrawn = new ArrayList<>();
  final List<String> castOut = new ArrayList<>();
  final List<String> dismissed = new ArrayList<>();
  final List<String> news = new ArrayList<>();
  final Map<String, ActionResult> answers = new HashMap<>();

  /** What only a restart changes, of resources whose agents can reload. */
  final Map<String, Unreloadable> unreloadable = new HashMap<>();

  final Coordinator coordinator;
  ClusterState kept;

  Bench(String cluster) throws Exception {
    this(ClusterReader.read(Path.of(cluster)), new Token(1, 1, 0));
  }

  Bench(ClusterState state, Token tenure) {
    kept = state;
    coordinator = new Coordinator(SCHEDULER::rule, this, tenure, state);
  }

  @Override
  public void begin(Assignment assignment) {
    assigned.put(assignment.number(), assignment);
    all.add(assignment);
  }

  @Override
  public void fence(FenceJob job) {
    fences.put(job.number(), job);
  }

  @Override
  public void withdraw(FenceJob job) {
    withdrawn.add(job);
  }

  @Override
  public void castOut(String node) {
    castOut.add(node);
  }

  @Override
  public void dismiss(String node) {
    dismissed.add(node);
  }

  @Override
  public void keep(ClusterState state, List<String> lines) {
    kept = state;
    news.addAll(lines);
  }

  /** A cluster whose nodes come up and begin. */
  void up(String... nodes) {
    for (String node : nodes) {
      coordinator.reported(new NodeReport(node, node + "-1", List.of(), List.of()), NOW);
    }
    coordinator.open(NOW);
  }

  /** Ends everything as it was meant to, or as an answer says, until nothing is under way. */
  Bench settle() {
    return settleBut("");
  }

  /** The same, but leaves one under way. */
  Bench settleBut(String name) {
    while (true) {
      Optional<Long> next =
          assigned.entrySet().stream()
              .filter(entry -> !name(entry.getValue()).equals(name))
              .map(Map.Entry::getKey)
              .findFirst();
      if (next.isEmpty()) {
        return this;
      }
      end(next.get());
    }
  }

  void end(long number) {
    Assignment assignment = assigned.remove(number);
    OperationLog.Entry entry = assignment.order().entry();
    String name = entry.task() + " " + entry.resource() + " " + assignment.order().node();
    ActionResult result = answers.remove(name);
    tell(false, assignment, result == null ? ActionResult.exited(entry.expectedRc()) : result);
  }

  /** A node tells a result. */
  void tell(boolean change, Assignment assignment, ActionResult result) {
    Finished finished = next(change, assignment, result);
    coordinator.told(finished, NOW);
  }

  /** What a node tells next. */
  Finished next(boolean change, Assignment assignment, ActionResult result) {
    long before =
        coordinator.state().status().nodes().stream()
            .filter(node -> node.name().equals(assignment.order().node()))
            .map(node -> node.flags().getOrDefault(NodeReport.TAKEN_UP, "0"))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElse(0);
    OperationLog.Entry entry = assignment.order().entry();
    Unreloadable names = entry.intervalMs() > 0 ? null : unreloadable.get(entry.resource());
    return new Finished(before + 1, change, assignment, result, names);
  }

  /** What is under way, each as {@code start web node1}. */
  List<String> underWay() {
    return assigned.values().stream().map(Bench::name).toList();
  }

  /** What was assigned last under that name, ended or not. */
  Assignment lastOf(String name) {
    return all.stream()
        .filter(assignment -> name(assignment).equals(name))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** What was assigned first under that number. */
  Assignment numbered(long number) {
    return all.stream()
        .filter(assignment -> assignment.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private static String name(Assignment assignment) {
    OperationLog.Entry entry = assignment.order().entry();
    return entry.task() + " " + entry.resource() + " " + assignment.order().node();
  }
}

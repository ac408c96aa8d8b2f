package dev.drover.daemon;

import dev.drover.live.Assignment;
import dev.drover.live.Coordinator;
import dev.drover.live.Decider;
import dev.drover.live.Entry;
import dev.drover.live.FenceJob;
import dev.drover.live.Finished;
import dev.drover.live.Hands;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.StatusPatch;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import dev.drover.raft.Member;
import dev.drover.raft.Replica;
import dev.drover.text.wire.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** This member while it leads: its coordinator, and the coordinator's hands. On the loop only. */
final class Leading implements Hands {
  /** How long members that never took part are waited for before it is decided without them. */
  private static final Duration FOUNDING = Duration.ofSeconds(20);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** What a leader needs of its node. */
  record Means(
      String node,
      Loop loop,
      Post post,
      Supplier<Set<String>> present,
      Duration patience,
      InstantSource clock,
      Journal journal) {}

  private final Means means;
  private final Replica replica;
  private final Coordinator coordinator;
  private final Set<String> awaited = new HashSet<>();
  private final Map<String, Long> heard = new LinkedHashMap<>();
  private Status submitted;
  private boolean closed;
  private boolean opened;

  Leading(Means means, Replica replica, Decider decider, Token token, ClusterState state) {
    this.means = means;
    this.replica = replica;
    this.submitted = state.status();
    this.coordinator = new Coordinator(decider, this, token, state);
  }

  /** Asks every node for a report, and decides once those have reported who took part before. */
  void begin() {
    Set<String> known = new HashSet<>();
    for (NodeState node : coordinator.state().status().nodes()) {
      known.add(node.name());
      if ("true".equals(node.inCluster())) {
        awaited.add(node.name());
      }
    }
    Set<String> unknown = new HashSet<>();
    coordinator.state().configuration().nodes().stream()
        .map(node -> node.name())
        .filter(name -> !known.contains(name))
        .forEach(unknown::add);
    boolean founding = !unknown.isEmpty();
    awaited.addAll(unknown);
    means.present().get().forEach(this::greet);
    means.loop().after(founding ? FOUNDING : means.patience(), this::goOnWithout);
    openIfComplete();
  }

  /** Tells a node that this one leads. */
  void greet(String node) {
    means.post().send(node, new Letter.Lead(coordinator.token()));
  }

  private void openIfComplete() {
    if (!opened && !closed && awaited.isEmpty()) {
      opened = true;
      coordinator.open(means.clock().instant());
    }
  }

  private void goOnWithout() {
    if (opened || closed) {
      return;
    }
    Set<String> silent = Set.copyOf(awaited);
    awaited.clear();
    silent.stream()
        .filter(node -> !means.present().get().contains(node))
        .forEach(node -> coordinator.lost(node, means.clock().instant()));
    openIfComplete();
  }

  void reported(NodeReport report) {
    report.finished().forEach(finished -> heard(report.node(), finished));
    awaited.remove(report.node());
    coordinator.reported(report, means.clock().instant());
    openIfComplete();
  }

  void told(String node, Finished finished) {
    heard(node, finished);
    coordinator.told(finished, means.clock().instant());
  }

  private void heard(String node, Finished finished) {
    heard.merge(node, finished.serial(), Math::max);
  }

  void lost(String node) {
    coordinator.lost(node, means.clock().instant());
    awaited.remove(node);
    openIfComplete();
  }

  Coordinator coordinator() {
    return coordinator;
  }

  @Override
  public void begin(Assignment assignment) {
    means.post().send(assignment.order().node(), new Letter.Begin(assignment));
  }

  @Override
  public void fence(FenceJob job) {
    String by = means.node();
    if (job.target().equals(by)) {
      by =
          means.present().get().stream()
              .filter(node -> !node.equals(job.target()))
              .sorted()
              .findFirst()
              .orElse(by);
    }
    means.post().send(by, new Letter.Fence(job));
  }

  @Override
  public void dismiss(String node) {
    boolean ofPair =
        !node.equals(means.node())
            && replica.members().size() == 2
            && replica.members().stream().noneMatch(Member::votesOnly);
    if (!ofPair) {
      means.post().send(node, new Letter.Left(node, false));
      return;
    }
    // Without the one that leaves, the one that stays would have no majority.
    var unused =
        replica
            .release(node)
            .whenComplete((done, problem) -> means.loop().execute(() -> released(node, problem)));
  }

  private void released(String node, @Nullable Throwable problem) {
    if (problem == null) {
      means.post().send(node, new Letter.Left(node, true));
    } else if (!closed) {
      means.journal().line(node + " cannot be let go yet: " + problem.getMessage());
      means.loop().after(AGAIN, () -> dismissAgain(node));
    }
  }

  private void dismissAgain(String node) {
    if (!closed && means.present().get().contains(node)) {
      dismiss(node);
    }
  }

  @Override
  public void keep(ClusterState state, List<String> news) {
    news.forEach(means.journal()::line);
    StatusPatch patch = StatusPatch.between(submitted, state.status());
    submitted = state.status();
    Map<String, Long> written = Map.copyOf(heard);
    heard.clear();
    long at = means.clock().instant().toEpochMilli();
    var unused =
        replica
            .append(Wire.bytes(new Entry.Happened(patch, news, at)))
            .whenComplete((applied, problem) -> means.loop().execute(() -> kept(written, problem)));
  }

  private void kept(Map<String, Long> written, @Nullable Throwable problem) {
    if (problem == null) {
      written.forEach((node, serial) -> means.post().send(node, new Letter.Noted(serial)));
    } else if (!closed) {
      means.journal().line("not written down, the nodes will tell it again: " + problem);
    }
  }

  /** No longer leads: nothing more is decided here. */
  void close() {
    closed = true;
    awaited.add("");
  }

  boolean isClosed() {
    return closed;
  }
}

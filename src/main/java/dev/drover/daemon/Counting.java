package dev.drover.daemon;

import dev.drover.execute.StatusDraft;
import dev.drover.execute.WatchdogWait;
import dev.drover.live.Coordinator;
import dev.drover.live.FenceJob;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import dev.drover.plan.Conduct;
import dev.drover.raft.Replica;
import dev.drover.raft.Tenure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes a leader counts on, and what it does where one that no device can fence is to be
 * fenced: it counts on it no more, and waits until its watchdog has reset it. On the loop only.
 */
final class Counting implements RollCall.Leader {
  /** Port: who is told what became of fencing. */
  @FunctionalInterface
  interface Ended {
    void fenced(FenceJob job, boolean done, String reason);
  }

  private final Leading.Means means;
  private final Replica replica;
  private final Coordinator coordinator;
  private final Ended ended;
  private final RollCall roll;

  /** Jobs that wait for a watchdog, with the boot of the agent that made the promise. */
  private final Map<FenceJob, String> waiting = new HashMap<>();

  /** The status that is written down, and those that are about to be, in order. */
  private final List<Status> written = new ArrayList<>();

  private String objected = "";
  private boolean closed;

  /** Has not begun. */
  Counting(Leading.Means means, Replica replica, Coordinator coordinator, Ended ended) {
    this.means = means;
    this.replica = replica;
    this.coordinator = coordinator;
    this.ended = ended;
    this.written.add(coordinator.state().status());
    Token now = coordinator.token();
    Token tenure = new Token(now.epoch(), now.term(), 0);
    this.roll = new RollCall(means.node(), tenure, means.moments(), this);
  }

  /** Calls the roll, again and again until this leader leads no more. */
  void begin() {
    if (!closed) {
      roll.call();
      means.loop().after(RollCall.EVERY, this::begin);
    }
  }

  /**
   * A node has answered.
   *
   * @return whether something is to be {@link #writeDown written down}
   */
  boolean here(Letter.Here here) {
    roll.here(here);
    NodeState state = state(here.node());
    return state != null && !roll.changes(List.of(state)).isEmpty();
  }

  /** Has written down which nodes have promised to reset themselves. */
  void writeDown() {
    Map<String, Long> changes = roll.changes(coordinator.state().status().nodes());
    if (!changes.isEmpty()) {
      coordinator.change(
          status -> changes.forEach((node, within) -> write(status, node, within)),
          changes.entrySet().stream().map(Counting::line).collect(Collectors.joining("; ")),
          means.clock().instant());
    }
  }

  private static void write(StatusDraft status, String node, long within) {
    Map<String, String> flags = status.node(node).flags();
    if (within == 0) {
      flags.remove(NodeState.RESETS_WITHIN);
    } else {
      flags.put(NodeState.RESETS_WITHIN, Long.toString(within));
    }
  }

  private static String line(Map.Entry<String, Long> change) {
    return change.getValue() == 0
        ? "nobody relies on the watchdog of " + change.getKey() + " any more"
        : "%s resets itself within %d ms once nobody counts on it"
            .formatted(change.getKey(), change.getValue());
  }

  /** A status is about to be written down. */
  void submitted(Status status) {
    written.add(status);
  }

  /** It has been, and with it all before. */
  void written(Status status) {
    for (int i = written.size() - 1; i > 0; i--) {
      if (written.get(i) == status) {
        written.subList(0, i).clear();
        return;
      }
    }
  }

  /** A node reports; before anybody else takes that up. */
  void reported(NodeReport report) {
    for (Map.Entry<FenceJob, String> wait : Map.copyOf(waiting).entrySet()) {
      FenceJob job = wait.getKey();
      if (job.target().equals(report.node()) && !report.boot().equals(wait.getValue())) {
        // Who made the promise is gone: what is up now may have made none.
        waiting.remove(job);
        ended.fenced(job, false, "it has come up anew meanwhile");
      }
    }
  }

  /**
   * Fences a node.
   *
   * @param devices does so with the devices that are configured
   */
  void fence(FenceJob job, Consumer<FenceJob> devices) {
    if (job.action().equals("on") || watchdogTime().isZero()) {
      devices.accept(job);
      return;
    }
    var unused =
        means
            .devices()
            .areFor(job, coordinator.state())
            .thenAccept(
                are ->
                    means
                        .loop()
                        .execute(
                            () -> {
                              if (are && !closed) {
                                devices.accept(job);
                              } else {
                                outlast(job);
                              }
                            }));
  }

  /** From here on nobody has counted on the node: the coordinator has known the job for longer. */
  private void outlast(FenceJob job) {
    NodeState target = state(job.target());
    if (closed) {
      return;
    }
    String tooFew = WatchdogWait.tooFew(voters().size());
    WatchdogWait wait =
        tooFew.isEmpty()
            ? WatchdogWait.of(
                job.target(), target == null ? 0 : target.resetsWithinMs(), watchdogTime())
            : WatchdogWait.refused(tooFew);
    if (target == null || !wait.refusal().isEmpty()) {
      ended.fenced(job, false, wait.refusal());
      return;
    }
    means
        .journal()
        .line(
            "no fence device is for %s: nobody counts on it for %d ms, until its watchdog has reset it"
                .formatted(job.target(), wait.time().toMillis()));
    waiting.put(job, target.flags().getOrDefault(NodeReport.BOOT, ""));
    means.loop().after(wait.time(), () -> over(job, wait.time()));
  }

  private void over(FenceJob job, Duration waited) {
    if (waiting.remove(job) != null && !closed) {
      ended.fenced(
          job,
          true,
          "its watchdog has reset it: nobody has counted on it for %d ms"
              .formatted(waited.toMillis()));
    }
  }

  private @Nullable NodeState state(String node) {
    return coordinator.state().status().nodes().stream()
        .filter(known -> known.name().equals(node))
        .findFirst()
        .orElse(null);
  }

  private Duration watchdogTime() {
    return coordinator.conduct().map(Conduct::watchdogTime).orElse(Duration.ZERO);
  }

  /** Before the first decision it stays as it was. */
  @Override
  public boolean demands() {
    if (coordinator.conduct().isEmpty()) {
      return !relied().isEmpty();
    }
    if (watchdogTime().isZero()) {
      return false;
    }
    String objection = WatchdogWait.tooFew(voters().size());
    if (!objection.isEmpty() && !objection.equals(objected)) {
      means.journal().line(objection);
    }
    objected = objection;
    return objection.isEmpty();
  }

  @Override
  public boolean leads() {
    Token token = coordinator.token();
    return replica.follows(means.node(), new Tenure(token.epoch(), token.term()));
  }

  @Override
  public Set<String> voters() {
    return replica.members().stream().map(member -> member.name()).collect(Collectors.toSet());
  }

  @Override
  public boolean isMajority(Set<String> members) {
    return replica.isMajority(members);
  }

  @Override
  public Set<String> present() {
    return means.present().get();
  }

  @Override
  public boolean countsOn(String node) {
    return coordinator.countsOn(node);
  }

  /** As long as an entry that tells of a promise may be the last one that is kept. */
  @Override
  public Set<String> relied() {
    return written.stream()
        .flatMap(status -> status.nodes().stream())
        .filter(node -> node.resetsWithinMs() > 0)
        .map(NodeState::name)
        .collect(Collectors.toSet());
  }

  @Override
  public void send(String node, Letter letter) {
    means.post().send(node, letter);
  }

  /** Counts on nobody any more, and ends no fencing. */
  void close() {
    closed = true;
    waiting.clear();
  }
}

package dev.drover.daemon;

import dev.drover.live.Assignment;
import dev.drover.live.Coordinator;
import dev.drover.live.Decider;
import dev.drover.live.FenceJob;
import dev.drover.live.FenceRecord;
import dev.drover.live.Finished;
import dev.drover.live.Hands;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.model.status.Status;
import dev.drover.plan.Conduct;
import dev.drover.raft.Replica;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** This member while it leads: its coordinator, and the coordinator's hands. On the loop only. */
final class Leading implements Hands, Scribe.Reader {
  private static final Duration LOOKING = Duration.ofMinutes(1);

  /** After that long nothing is on its way any more from a node that was fenced. */
  private static final Duration DOWN_BY_THEN = Duration.ofSeconds(5);

  /**
   * What a leader needs of its node.
   *
   * @param present who is heard and can run resources
   * @param fencers who of them can fence
   * @param isGone whether a node that is not heard had the time to be heard
   * @param patience how long a node may be silent that was heard
   * @param boot how long members that never took part are waited for
   * @param moments this process' own
   * @param devices which nodes a device is for
   * @param lost is run where something could not be written down: this leader knows more than the
   *     ledger, and so another one must begin
   */
  record Means(
      String node,
      Loop loop,
      Post post,
      Supplier<Set<String>> present,
      Supplier<Set<String>> fencers,
      Predicate<String> isGone,
      Duration patience,
      Duration boot,
      InstantSource clock,
      Moments moments,
      Devices devices,
      Journal journal,
      Runnable lost) {}

  /** Port: the fence devices that are configured. */
  @FunctionalInterface
  interface Devices {
    /** Whether one is for the node, or may be; completes on any thread, and never fails. */
    CompletableFuture<Boolean> areFor(FenceJob job, ClusterState state);
  }

  private final Means means;
  private final Coordinator coordinator;
  private final Set<String> awaited = new HashSet<>();
  private final List<Runnable> waiting = new ArrayList<>();

  private final Fencers fencers;
  private final Farewell farewell;
  private final Counting counting;
  private final Scribe scribe;
  private final Map<FenceJob, Instant> fencing = new LinkedHashMap<>();
  private boolean closed;
  private boolean opened;

  /** How often those that are heard are still asked for a report before it is done without. */
  private long rounds;

  Leading(Means means, Replica replica, Decider decider, Token token, ClusterState state) {
    this.means = means;
    this.fencers = new Fencers(means.node(), means.fencers(), means.post()::send);
    this.coordinator = new Coordinator(decider, this, token, state);
    this.farewell = new Farewell(means, replica, coordinator::state, () -> closed);
    this.scribe = new Scribe(means.loop(), means.clock(), replica::append, state.status(), this);
    this.counting = new Counting(means, replica, coordinator, this::fenced);
  }

  /** Asks every node for a report, and decides once those have reported who took part before. */
  void begin() {
    coordinator.state().status().nodes().stream()
        .filter(node -> "true".equals(node.inCluster()))
        .forEach(node -> awaited.add(node.name()));
    Set<String> unknown = unknown();
    awaited.addAll(unknown);
    means.present().get().forEach(this::greet);
    counting.begin();
    lookAgain();
    await(unknown.isEmpty() ? means.patience() : means.boot());
  }

  /** Nodes that are configured and of which nothing was ever heard. */
  private Set<String> unknown() {
    ClusterState state = coordinator.state();
    Set<String> unknown = new HashSet<>();
    state.configuration().nodes().forEach(node -> unknown.add(node.name()));
    state.status().nodes().forEach(node -> unknown.remove(node.name()));
    return unknown;
  }

  private void await(Duration patience) {
    rounds = Math.max(2, means.boot().dividedBy(means.patience()));
    giveUpWhoIsGone();
    means.loop().after(patience, this::goOnWithout);
    openIfComplete();
  }

  /**
   * The configuration is another one from now on. The nodes of the first one may still be on their
   * way, and nothing runs that cannot wait for them: they are not to be fenced for that.
   */
  void configured(Configuration configuration) {
    boolean first = opened && coordinator.state().configuration().nodes().isEmpty();
    if (first) {
      opened = false;
      coordinator.pause();
    }
    coordinator.configured(configuration, means.clock().instant());
    if (first) {
      awaited.addAll(unknown());
      await(means.boot());
    }
  }

  /** Tells a node that this one leads, and asks again what went with a lost connection. */
  void greet(String node) {
    means.post().send(node, new Letter.Lead(coordinator.token()));
    fencers.askAgain(node);
  }

  /** Time alone changes something, too: failures expire, and conditions may name a date. */
  private void lookAgain() {
    Duration told =
        coordinator
            .conduct()
            .map(Conduct::lookAgain)
            .filter(time -> !time.isZero())
            .orElse(LOOKING);
    means
        .loop()
        .after(
            told.compareTo(LOOKING) < 0 ? told : LOOKING,
            () -> {
              if (!closed) {
                coordinator().look(means.clock().instant());
                lookAgain();
              }
            });
  }

  private void openIfComplete() {
    if (!opened && !closed && awaited.isEmpty()) {
      opened = true;
      coordinator.open(means.clock().instant());
    }
  }

  private void goOnWithout() {
    takeUp();
    if (opened || closed) {
      return;
    }
    giveUpWhoIsGone();
    Set<String> heard = new TreeSet<>(awaited);
    heard.retainAll(means.present().get());
    if (--rounds > 0) {
      heard.forEach(this::greet);
    } else if (!heard.isEmpty()) {
      means.journal().line("goes on without a report of " + String.join(", ", heard));
      awaited.removeAll(heard);
    }
    if (!awaited.isEmpty()) {
      means.loop().after(means.patience(), this::goOnWithout);
    }
    openIfComplete();
  }

  /** Who was silent for too long before this member led is not waited for again. */
  private void giveUpWhoIsGone() {
    Set<String> present = means.present().get();
    for (String node : Set.copyOf(awaited)) {
      if (!present.contains(node) && means.isGone().test(node)) {
        awaited.remove(node);
        coordinator.lost(node, means.clock().instant());
      }
    }
  }

  /** A node's report. */
  void reported(NodeReport report) {
    later(
        () -> {
          report.finished().forEach(finished -> scribe.heard(report.node(), finished));
          awaited.remove(report.node());
          counting.reported(report);
          coordinator.reported(report, means.clock().instant());
        });
  }

  /** A node is there, and may have promised to reset itself. */
  void here(Letter.Here here) {
    if (counting.here(here)) {
      later(() -> {});
    }
  }

  /** What became of work. */
  void told(String node, Finished finished) {
    later(
        () -> {
          if (coordinator.isAhead(finished)) {
            // a letter went with the link that carried it; the report has it
            greet(node);
            return;
          }
          scribe.heard(node, finished);
          coordinator.told(finished, means.clock().instant());
        });
  }

  /** Nobody hears a node any more. */
  void lost(String node) {
    later(
        () -> {
          fencers.lost(node).forEach(job -> fenced(job, false, node + " is lost, which did it"));
          coordinator.lost(node, means.clock().instant());
          awaited.remove(node);
        });
  }

  /** What has come already is taken up together: a thousand reports need one decision. */
  private void later(Runnable event) {
    waiting.add(event);
    if (waiting.size() == 1) {
      means.loop().execute(this::takeUp);
    }
  }

  private void takeUp() {
    if (waiting.isEmpty() || closed) {
      return;
    }
    waiting.add(counting::writeDown);
    List<Runnable> events = List.copyOf(waiting);
    waiting.clear();
    coordinator.together(events, means.clock().instant());
    openIfComplete();
  }

  /** The latest decision's. */
  Token token() {
    return coordinator.token();
  }

  /** The coordinator, after all that has come. */
  Coordinator coordinator() {
    takeUp();
    return coordinator;
  }

  @Override
  public void begin(Assignment assignment) {
    scribe.afterwards(() -> deliver(assignment));
  }

  /** Who is heard and was not reached reports once it is, and is told again what it has not got. */
  private void deliver(Assignment assignment) {
    String node = assignment.order().node();
    if (!means.post().send(node, new Letter.Begin(assignment))
        && !means.present().get().contains(node)) {
      String why = "nothing connects to " + node;
      later(() -> coordinator.undelivered(assignment, why, means.clock().instant()));
    }
  }

  @Override
  public void fence(FenceJob job) {
    fencing.put(job, means.clock().instant());
    scribe.afterwards(() -> counting.fence(job, this::give));
  }

  @Override
  public void withdraw(FenceJob job) {
    scribe.afterwards(() -> counting.withdraw(job, fencers::withdraw));
  }

  private void give(FenceJob job) {
    if (closed) {
      return;
    }
    if (!fencers.give(job)) {
      fenced(job, false, "the member that was to do it cannot be reached");
      return;
    }
    Duration patience = Fencers.patience(job, coordinator.state().configuration());
    means.loop().after(patience, () -> giveUp(job, patience));
  }

  private void giveUp(FenceJob job, Duration patience) {
    String fencer = fencers.of(job);
    if (fencer != null && !closed) {
      fenced(job, false, "%s did not tell within %d s".formatted(fencer, patience.toSeconds()));
    }
  }

  /** What became of fencing. */
  void fenced(FenceJob job, boolean done, String reason) {
    fencers.ended(job);
    if (fencing.remove(job) == null) {
      return;
    }
    Instant now = means.clock().instant();
    remember(
        new FenceRecord(
            job.target(), job.action(), done, means.node(), reason, now.toEpochMilli()));
    coordinator.fenced(job, done, reason, now);
    if (done && !closed && !job.action().equals("on")) {
      means.loop().after(DOWN_BY_THEN, () -> doubt(job.target()));
    }
  }

  /** Who is heard although it was fenced is asked what it knows. */
  private void doubt(String fenced) {
    if (!closed && means.present().get().contains(fenced)) {
      greet(fenced);
    }
  }

  /** A fencing is over: that is written down with what is known next. */
  void remember(FenceRecord record) {
    scribe.remember(record);
  }

  /** What is being fenced, with when that began. */
  Map<FenceJob, Instant> fencing() {
    return Map.copyOf(fencing);
  }

  @Override
  public void castOut(String node) {
    scribe.afterwards(() -> means.post().send(node, new Letter.Outcast(coordinator.token())));
  }

  @Override
  public void dismiss(String node) {
    scribe.afterwards(() -> farewell.letGo(node));
  }

  @Override
  public void keep(ClusterState state, List<String> news) {
    counting.submitted(state.status());
    scribe.keep(state, news);
  }

  @Override
  public void written(Status status, List<String> news, Map<String, Long> heard) {
    counting.written(status);
    news.forEach(means.journal()::line);
    heard.forEach((node, serial) -> means.post().send(node, new Letter.Noted(serial)));
  }

  @Override
  public void failed(Throwable problem) {
    means.journal().line("not written down, and so not done: " + problem.getMessage());
    means.lost().run();
  }

  /** No longer leads: nothing more is decided here. */
  void close() {
    closed = true;
    scribe.close();
    counting.close();
    awaited.add("");
  }

  boolean isClosed() {
    return closed;
  }
}

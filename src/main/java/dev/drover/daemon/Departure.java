package dev.drover.daemon;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Fenced;
import dev.drover.execute.StatusDraft;
import dev.drover.live.Assignment;
import dev.drover.live.Coordinator;
import dev.drover.live.Decider;
import dev.drover.live.FenceJob;
import dev.drover.live.Finished;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * What a member that leaves stops by itself, because nobody leads who could have it stopped. It
 * decides as if it were the last one that is up, begins nothing but stops, and only here: to stop
 * something here is what nobody has to agree to. On the loop only.
 */
final class Departure implements OwnHands {
  private static final Set<String> GIVES_WAY = Set.of("stop", "demote", "cancel", "notify");

  private final String node;
  private final Workplace work;
  private final Loop loop;
  private final InstantSource clock;
  private final Journal journal;
  private final Runnable left;
  private final Coordinator coordinator;
  private final Token before;
  private boolean over;

  /**
   * Has not begun yet.
   *
   * @param state as it was known last
   * @param left is run once nothing runs here any more
   */
  Departure(
      String node,
      Workplace work,
      Decider decider,
      ClusterState state,
      Loop loop,
      InstantSource clock,
      Journal journal,
      Runnable left) {
    this.node = node;
    this.work = work;
    this.loop = loop;
    this.clock = clock;
    this.journal = journal;
    this.left = left;
    this.before = work.newest();
    this.coordinator = new Coordinator(decider, this, OwnHands.tenureAfter(before), last(state));
  }

  private ClusterState last(ClusterState state) {
    StatusDraft draft = new StatusDraft(state);
    draft.quorate(true);
    state.status().nodes().stream()
        .filter(other -> !other.name().equals(node))
        .forEach(other -> Fenced.down(draft.node(other.name())));
    draft.node(node).attributes().put("shutdown", Long.toString(clock.instant().getEpochSecond()));
    return draft.toState();
  }

  /** Stops what runs here. */
  void begin() {
    journal.line("nobody leads: %s stops by itself what runs here".formatted(node));
    work.workFor(this::told);
    coordinator.reported(work.desk().report(), clock.instant());
    coordinator.open(clock.instant());
  }

  /** The newest right to order anything here before. */
  Token before() {
    return before;
  }

  private void told(Finished finished) {
    if (!over) {
      coordinator.told(finished, clock.instant());
    }
  }

  @Override
  public void begin(Assignment assignment) {
    if (assignment.order().node().equals(node)
        && GIVES_WAY.contains(assignment.order().entry().task())) {
      work.desk().begin(assignment);
      return;
    }
    ActionResult refused =
        new ActionResult(ActionResult.ERROR, 1, "nothing is begun by a node that leaves alone");
    loop.execute(() -> told(new Finished(Finished.OWN, false, assignment, refused)));
  }

  @Override
  public void fence(FenceJob job) {
    journal.line("`" + job.target() + "` is not fenced by a node that leaves alone");
  }

  @Override
  public void dismiss(String other) {
    if (!over && other.equals(node)) {
      loop.execute(left);
    }
  }

  @Override
  public void keep(ClusterState state, List<String> news) {
    news.forEach(journal::line);
  }

  /** Somebody leads after all, and has everything here looked at anew. */
  void end() {
    over = true;
    work.startAnew();
    work.desk().obeys(before);
  }
}

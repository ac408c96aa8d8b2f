package dev.drover.daemon;

import dev.drover.execute.ActionResult;
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
import java.util.function.Consumer;

/**
 * A member that the majority does not reach: the rules say what it does to itself without quorum
 * (stop, freeze, end the machine), and nothing is done to anybody else.
 */
final class CutOff implements OwnHands {
  private final String node;
  private final Workplace work;
  private final Loop loop;
  private final InstantSource clock;
  private final Journal journal;
  private final Consumer<String> endMachine;
  private final Coordinator coordinator;
  private final Token before;
  private boolean over;

  /**
   * Has not begun yet.
   *
   * @param state as it was known last
   * @param endMachine does an action such as {@code reboot} to this machine
   */
  CutOff(
      String node,
      Workplace work,
      Decider decider,
      ClusterState state,
      Loop loop,
      InstantSource clock,
      Journal journal,
      Consumer<String> endMachine) {
    this.node = node;
    this.work = work;
    this.loop = loop;
    this.clock = clock;
    this.journal = journal;
    this.endMachine = endMachine;
    this.before = work.newest();
    this.coordinator = new Coordinator(decider, this, OwnHands.tenureAfter(before), without(state));
  }

  private ClusterState without(ClusterState state) {
    StatusDraft draft = new StatusDraft(state);
    draft.quorate(false);
    state.status().nodes().stream()
        .filter(other -> !other.name().equals(node) && "true".equals(other.inCluster()))
        .forEach(other -> draft.node(other.name()).lost());
    return draft.toState();
  }

  /** Decides what this node does without the others. */
  void begin() {
    journal.line("the majority is out of reach: the rules decide what " + node + " does alone");
    work.workFor(this::told);
    coordinator.reported(work.desk().report(), clock.instant());
    coordinator.open(clock.instant());
  }

  /** The newest right to order anything here when the majority was heard last. */
  Token before() {
    return before;
  }

  void told(Finished finished) {
    if (!over) {
      coordinator.told(finished, clock.instant());
    }
  }

  @Override
  public void begin(Assignment assignment) {
    if (assignment.order().node().equals(node)) {
      work.desk().begin(assignment);
      return;
    }
    ActionResult unreachable =
        new ActionResult(ActionResult.ERROR, 1, assignment.order().node() + " cannot be reached");
    loop.execute(() -> told(new Finished(Finished.OWN, false, assignment, unreachable)));
  }

  @Override
  public void fence(FenceJob job) {
    if (job.target().equals(node)) {
      endMachine.accept(job.action());
    } else {
      journal.line("`" + job.target() + "` is not fenced by a node without quorum");
    }
  }

  @Override
  public void dismiss(String other) {
    // Whoever leaves tells the majority, which is not here.
  }

  @Override
  public void keep(ClusterState state, List<String> news) {
    news.forEach(journal::line);
  }

  /** What this node knows, with what it has done to itself. */
  ClusterState state() {
    return coordinator.state();
  }

  /** Somebody else goes on with what was begun here. */
  void yield() {
    over = true;
  }

  /** The majority is there again: everything here is looked at anew. */
  void end() {
    over = true;
    work.startAnew();
    work.desk().obeys(before);
  }
}

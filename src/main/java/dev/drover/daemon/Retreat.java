package dev.drover.daemon;

import dev.drover.live.Assignment;
import dev.drover.live.Coordinator;
import dev.drover.live.Decider;
import dev.drover.live.FenceJob;
import dev.drover.live.Finished;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What one of two members stops on its own node while the other one is being fenced, because the
 * rules want it stopped whatever comes of the fencing: so that what is started afterwards need not
 * wait for it. To stop something is the one thing that nobody has to agree to. On the loop only.
 */
final class Retreat implements OwnHands {
  private static final Set<String> GIVES_WAY = Set.of("stop", "demote");

  private final String node;
  private final Workplace work;
  private final InstantSource clock;
  private final Journal journal;
  private final Coordinator coordinator;
  private final Token before;

  /** Beginnings of the lines that say why something is stopped here. */
  private final List<Pattern> unexplained = new ArrayList<>();

  /** What whoever leads next is to know of, in the order in which it came. */
  private final List<Consumer<Coordinator>> story = new ArrayList<>();

  private boolean stopped;
  private boolean over;

  /**
   * Has not begun yet.
   *
   * @param state in which the other one is lost
   */
  Retreat(
      String node,
      Workplace work,
      Decider decider,
      ClusterState state,
      InstantSource clock,
      Journal journal) {
    this.node = node;
    this.work = work;
    this.clock = clock;
    this.journal = journal;
    this.before = work.newest();
    this.coordinator = new Coordinator(decider, this, OwnHands.tenureAfter(before), state);
  }

  void begin() {
    work.workFor(this::told);
    NodeReport report = work.desk().report();
    report.finished().forEach(this::remember);
    coordinator.reported(report, clock.instant());
    coordinator.open(clock.instant());
  }

  private void told(Finished finished) {
    if (!over) {
      remember(finished);
      coordinator.told(finished, clock.instant());
    }
  }

  private void remember(Finished finished) {
    story.add(next -> next.told(finished, clock.instant()));
  }

  @Override
  public void begin(Assignment assignment) {
    String task = assignment.order().entry().task();
    if (assignment.order().node().equals(node) && GIVES_WAY.contains(task)) {
      // A plan tells an anonymous clone's instances apart, and nodes do not.
      unexplained.add(
          Pattern.compile(
              "%s of %s(:\\d+)? on %s\\b"
                  .formatted(
                      task,
                      Pattern.quote(assignment.order().entry().resource()),
                      Pattern.quote(node))));
      stopped = true;
      work.desk().begin(assignment);
    }
  }

  @Override
  public void fence(FenceJob job) {
    // Whoever fences is not this; its end is not waited for here.
  }

  @Override
  public void dismiss(String other) {
    // Nobody is there who could leave.
  }

  @Override
  public void keep(ClusterState state, List<String> news) {
    for (String line : news) {
      if (unexplained.removeIf(begun -> begun.matcher(line).lookingAt())) {
        journal.line(line);
        story.add(next -> next.change(status -> {}, line, clock.instant()));
      }
    }
  }

  /** Tells this node's next leader what was begun here, why, and what came of it. */
  void tell(Coordinator next) {
    story.forEach(event -> event.accept(next));
  }

  /**
   * Begins nothing more.
   *
   * @param goesOnAlone whether the next tenure is this member's own and of a later epoch: it takes
   *     over what is under way here. Otherwise everything here is looked at anew.
   */
  void end(boolean goesOnAlone) {
    over = true;
    if (goesOnAlone || !stopped) {
      work.workForLeader();
    } else {
      work.startAnew();
      work.desk().obeys(before);
    }
  }
}

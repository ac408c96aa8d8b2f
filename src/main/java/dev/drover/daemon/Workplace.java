package dev.drover.daemon;

import dev.drover.agent.Deferred;
import dev.drover.agent.Desk;
import dev.drover.agent.LocalAgents;
import dev.drover.agent.RecurringMonitors;
import dev.drover.agent.ResourceAgent;
import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.watch.MachineProcesses;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import dev.drover.peer.Site;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** This node's agents, and whom they work for. */
final class Workplace implements AutoCloseable {
  private final String node;
  private final ResourceAgent agents;
  private final Loop loop;
  private final Post post;
  private final Journal journal;
  private final CompletableFuture<Void> left = new CompletableFuture<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "monitors"));
  private final MachineTimer timer = new MachineTimer("processes");
  private final ProcessWatch processes;
  private Desk desk;
  private @Nullable String leader;
  private boolean wantsToLeave;
  private boolean released;
  private @Nullable Consumer<Finished> own;

  Workplace(Site site, ResourceAgent agents, Loop loop, Post post, Journal journal) {
    this.node = site.node();
    this.agents = agents;
    this.loop = loop;
    this.post = post;
    this.journal = journal;
    clock.setRemoveOnCancelPolicy(true);
    MachineProcesses table =
        new MachineProcesses(MachineProcesses.PROC, ProcessHandle.current().pid());
    this.processes = new ProcessWatch(table, timer, site.resourceAgents().watch());
    this.desk = newDesk();
  }

  private Desk newDesk() {
    String boot = UUID.randomUUID().toString();
    return new Desk(
        node,
        boot,
        new Deferred(agents, clock),
        new RecurringMonitors(clock),
        processes,
        loop,
        this::tell);
  }

  private void tell(Finished finished) {
    Consumer<Finished> here = own;
    if (here != null) {
      here.accept(finished);
    } else if (leader != null) {
      post.send(leader, new Letter.Told(finished));
    }
  }

  /** Results go to somebody on this node, who decides for it alone. */
  void workFor(Consumer<Finished> decider) {
    own = decider;
  }

  /** Results go to whoever leads again. */
  void workForLeader() {
    own = null;
  }

  /**
   * A member's letter.
   *
   * @return false where it is none about work
   */
  boolean read(String from, Letter letter) {
    if (letter instanceof Letter.Lead lead) {
      lead(from, lead.token());
    } else if (letter instanceof Letter.Begin begin) {
      if (!desk.begin(begin.assignment())) {
        journal.line("an order of " + from + " came too late, and was refused");
      }
    } else if (letter instanceof Letter.Noted noted) {
      desk.noted(noted.serial());
    } else if (letter instanceof Letter.Outcast outcast) {
      beginAnew(from, outcast.token());
    } else if (letter instanceof Letter.Left given) {
      released = given.released();
      left.complete(null);
    } else {
      return false;
    }
    return true;
  }

  /** Somebody says that it leads: it gets a report, unless it is out of date. */
  private void lead(String from, Token token) {
    if (!desk.obeys(token)) {
      return;
    }
    leader = from;
    post.send(from, Reports.letter(desk.report(), Reports.MOST_BYTES));
    if (wantsToLeave) {
      post.send(from, new Letter.Leave(node));
    }
  }

  /** Nothing runs here any more, as this node knows by itself. */
  void leaves() {
    left.complete(null);
  }

  /** This node was fenced, and nothing came of it: everything here is looked at anew. */
  private void beginAnew(String from, Token token) {
    if (desk.obeys(token)) {
      journal.line("this node was fenced and runs on: it begins anew, as if it had booted");
      startAnew();
      lead(from, token);
    }
  }

  /** Whether the leader said that nothing runs here any more. */
  boolean hasLeft() {
    return left.isDone();
  }

  /**
   * Asks whoever leads, now or later, for leave.
   *
   * @return completes once nothing runs here any more
   */
  CompletableFuture<Void> leave() {
    loop.execute(
        () -> {
          wantsToLeave = true;
          if (leader != null) {
            post.send(leader, new Letter.Leave(node));
          }
        });
    return left;
  }

  /** Whether this node has left, and is no member of the replication any more. */
  boolean isReleased() {
    return released;
  }

  /** Whether this node has asked for leave. */
  boolean wantsToLeave() {
    return wantsToLeave;
  }

  /** The newest right to order anything here that was seen. */
  Token newest() {
    return desk.newest();
  }

  /** Whoever said last that it leads; null before. */
  @Nullable String leader() {
    return leader;
  }

  /** Where work arrives. */
  Desk desk() {
    return desk;
  }

  /**
   * Ends all work and knows nothing of it any more, so that whoever leads next has everything
   * looked at anew.
   */
  void startAnew() {
    desk.close();
    desk = newDesk();
    leader = null;
    own = null;
  }

  /** Tells a leader what is under way here, without having been asked. */
  void reportTo(String newLeader) {
    leader = newLeader;
    post.send(newLeader, Reports.letter(desk.report(), Reports.MOST_BYTES));
  }

  @Override
  public void close() {
    desk.close();
    timer.close();
    clock.shutdownNow();
    if (agents instanceof LocalAgents programs) {
      programs.close();
    }
  }
}

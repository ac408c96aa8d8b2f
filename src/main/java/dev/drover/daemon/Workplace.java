package dev.drover.daemon;

import dev.drover.agent.Desk;
import dev.drover.agent.LocalAgents;
import dev.drover.agent.RecurringMonitors;
import dev.drover.agent.ResourceAgent;
import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** This node's agents, and whom they work for. */
final class Workplace implements AutoCloseable {
  private final String node;
  private final ResourceAgent agents;
  private final Loop loop;
  private final Post post;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "monitors"));
  private Desk desk;
  private @Nullable String leader;
  private @Nullable Consumer<Finished> own;

  Workplace(String node, ResourceAgent agents, Loop loop, Post post) {
    this.node = node;
    this.agents = agents;
    this.loop = loop;
    this.post = post;
    this.desk = newDesk();
  }

  private Desk newDesk() {
    String boot = UUID.randomUUID().toString();
    return new Desk(node, boot, agents, new RecurringMonitors(clock), loop, this::tell);
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

  /** Somebody says that it leads: it gets a report, unless it is out of date. */
  void lead(String from, Token token) {
    if (desk.obeys(token)) {
      leader = from;
      post.send(from, new Letter.Report(desk.report()));
    }
  }

  /** The newest right to order anything here that was seen. */
  Token newest() {
    return desk.newest();
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

  @Override
  public void close() {
    desk.close();
    clock.shutdownNow();
    if (agents instanceof LocalAgents programs) {
      programs.close();
    }
  }
}

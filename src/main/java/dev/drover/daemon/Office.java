package dev.drover.daemon;

import dev.drover.execute.Fenced;
import dev.drover.live.Entry;
import dev.drover.live.FenceRecord;
import dev.drover.live.StatusPatch;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import dev.drover.model.status.Status;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.raft.Replica;
import dev.drover.raft.Tenure;
import dev.drover.raft.Watcher;
import dev.drover.text.wire.Wire;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who leads, and what this member does for that. On the loop. */
final class Office implements Watcher {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** A leader is asked once a second. */
  private static final Duration LISTENING = Duration.ofSeconds(3);

  /** Who wants to leave waits so long for somebody to lead; an election takes far less. */
  private static final Duration LEADERLESS = Duration.ofSeconds(10);

  private final Member member;
  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private final HandOver handOver;
  private @Nullable Leading leading;
  private @Nullable CutOff cutOff;
  private @Nullable Departure departure;
  private @Nullable String leader;

  /** While this member leads, as the replication sees it. */
  private @Nullable Tenure tenure;

  /** The latest that was decided by here. */
  private Token decided = Token.NONE;

  private long changes;

  /** Who said last that it leads, and how often that was said in all. */
  private @Nullable String toldBy;

  private long tellings;

  /** Whoever leads and is heard, while this member's own log tells of nobody. */
  private @Nullable String listened;

  Office(Member member, Journal journal) {
    this.member = member;
    this.site = member.site();
    this.loop = member.loop();
    this.journal = journal;
    this.handOver = new HandOver(member, this, journal);
  }

  /** Who leads as far as this member knows; null where nobody does. */
  @Nullable String leader() {
    return leader;
  }

  @Nullable Leading leading() {
    return leading;
  }

  /** What becomes of those that want to leave. */
  HandOver handOver() {
    return handOver;
  }

  /** In which this member leads, as the replication sees it; null where it does not. */
  @Nullable Tenure tenure() {
    return tenure;
  }

  /** Whoever was given up is heard again, and the replication never noticed that it was not. */
  void resume() {
    Tenure mine = tenure;
    Replica log = member.replica();
    if (mine == null || leading != null || log == null) {
      return;
    }
    Status now = member.books().page().state().status();
    Entry barrier =
        new Entry.Happened(
            StatusPatch.between(now, now), List.of(), member.clock().instant().toEpochMilli());
    // What was appended before is applied first.
    var unused =
        log.append(Wire.bytes(barrier))
            .thenAccept(
                applied ->
                    loop.execute(
                        () -> {
                          if (mine.equals(tenure)
                              && leading == null
                              && member.pair().givenUp() == null) {
                            lead(mine);
                          }
                        }));
  }

  /** Somebody leads the majority: this member is not cut off from it any more. */
  void found(String by, Token token) {
    if (!by.equals(site.node())) {
      toldBy = by;
      tellings++;
    }
    if (cutOff != null && token.compareTo(cutOff.before()) >= 0) {
      cutOff.end();
      cutOff = null;
    }
    if (departure != null && token.compareTo(departure.before()) >= 0) {
      departure.end();
      departure = null;
    }
  }

  /** Whether anybody leads, as its own log tells, or as a leader says that is heard. */
  boolean isLed() {
    return leader != null || listened != null;
  }

  /** This node wants to leave: where nobody leads for a while it does so by itself. */
  void leave() {
    leaveAlone(Duration.ZERO);
  }

  private void leaveAlone(Duration leaderless) {
    if (member.isClosed() || member.hasLeft()) {
      return;
    }
    Duration alone = isLed() ? Duration.ZERO : leaderless;
    if (departure == null && alone.compareTo(LEADERLESS) >= 0) {
      depart();
    }
    loop.after(AGAIN, () -> leaveAlone(alone.plus(AGAIN)));
  }

  private void depart() {
    ClusterState state = cutOff == null ? member.books().page().state() : cutOff.state();
    if (state.status().nodes().stream().noneMatch(known -> known.name().equals(site.node()))) {
      journal.line("nobody leads, and nothing is known to run here: " + site.node() + " leaves");
      member.work().leaves();
      return;
    }
    if (cutOff != null) {
      cutOff.yield();
      cutOff = null;
    }
    departure =
        new Departure(
            site.node(),
            member.work(),
            member.decider(),
            state,
            loop,
            member.clock(),
            journal,
            member.work()::leaves);
    departure.begin();
  }

  @Override
  public void leads(Tenure tenure) {
    loop.execute(() -> lead(tenure));
  }

  @Override
  public void follows(@Nullable String name) {
    loop.execute(() -> follow(name));
  }

  @Override
  public void failed(String reason) {
    loop.execute(
        () -> {
          journal.line("replication has ended here: " + reason);
          member.broke(reason);
        });
  }

  private void lead(Tenure mine) {
    Replica log = member.replica();
    if (log == null) {
      // It leads before it was handed over: a moment later it is.
      loop.after(Duration.ofMillis(10), () -> lead(mine));
      return;
    }
    if (member.isClosed()) {
      return;
    }
    member.pair().end();
    changes++;
    leader = site.node();
    listened = null;
    journal.line("%s leads, epoch %d term %d".formatted(site.node(), mine.epoch(), mine.term()));
    tenure = mine;
    stop();
    Token first = new Token(mine.epoch(), mine.term(), 0);
    member.configure();
    Leading next =
        new Leading(
            new Leading.Means(
                site.node(),
                loop,
                member.post(),
                member::present,
                member::fencers,
                member::isGone,
                site.heartbeat().interval().multipliedBy(site.heartbeat().missed()),
                site.patience().boot(),
                member.clock(),
                member.duty().moments(),
                member.tools().fences()::areFor,
                journal,
                () -> beginAgain(mine)),
            log,
            member.decider(),
            decided.isSameTenure(first) ? decided : first,
            member.books().page().state());
    leading = next;
    Pair.Down down = member.pair().takeDown(mine.epoch());
    if (down != null) {
      down.meanwhile().accept(next.coordinator());
      next.remember(
          new FenceRecord(
              down.peer(),
              "off",
              true,
              site.node(),
              down.how(),
              member.clock().instant().toEpochMilli()));
      next.coordinator()
          .change(
              status -> Fenced.down(status.node(down.peer())),
              "%s; %s goes on alone".formatted(down.how(), site.node()),
              member.clock().instant());
    }
    next.begin();
  }

  /** Leads anew from what is written down, where this member leads still. */
  private void beginAgain(Tenure mine) {
    stop();
    loop.after(
        AGAIN,
        () -> {
          if (mine.equals(tenure) && leading == null && member.pair().givenUp() == null) {
            lead(mine);
          }
        });
  }

  /** Decides no more; what was handed out goes on. */
  void stop() {
    if (leading != null) {
      decided = leading.token();
      leading.close();
      leading = null;
    }
  }

  private void follow(@Nullable String name) {
    leader = name;
    listened = null;
    tenure = null;
    stop();
    long count = ++changes;
    if (name != null) {
      journal.line(site.node() + " follows " + name);
      if (cutOff != null && !name.equals(site.node())) {
        // It never ceased to lead, perhaps, and does not know that this node was without it.
        cutOff.end();
        cutOff = null;
        member.work().reportTo(name);
      }
      return;
    }
    journal.line("nobody leads");
    long before = tellings;
    loop.after(site.election().max().multipliedBy(2), () -> leaderless(count, before));
  }

  /**
   * Nobody has led for a while, by this member's copy of the log. Where a leader is heard that says
   * again and again that it leads, this node goes on to work for it, as one does that has no log.
   *
   * @param count by which it is known whether anything has changed since
   * @param before how often anybody had said that it leads
   */
  private void leaderless(long count, long before) {
    if (count != changes || member.isClosed()) {
      return;
    }
    if (tellings > before) {
      if (listened == null) {
        journal.line(
            "`%s` leads and is heard, but its log does not get here: this node works for it, and has no vote%nMaybe something blocks port %d"
                .formatted(toldBy, replicationPort()));
      }
      listened = toldBy;
    } else {
      listened = null;
      withoutMajority();
    }
    long heard = tellings;
    loop.after(LISTENING, () -> leaderless(count, heard));
  }

  private int replicationPort() {
    return site.member(site.node()).orElseThrow().replication().port();
  }

  /** Nobody has led for a while: one of more than two does what the rules say to itself. */
  private void withoutMajority() {
    boolean never = member.books().page().saved().index() == 0;
    if (member.pair().isOne()
        || never
        || cutOff != null
        || departure != null
        || site.role() == Role.WITNESS) {
      return;
    }
    cutOff =
        new CutOff(
            site.node(),
            member.work(),
            member.decider(),
            member.books().page().state(),
            loop,
            member.clock(),
            journal,
            member.tools()::endMachine);
    cutOff.begin();
  }
}

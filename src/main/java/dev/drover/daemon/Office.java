package dev.drover.daemon;

import dev.drover.execute.Fenced;
import dev.drover.live.Token;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.plan.Action;
import dev.drover.raft.Replica;
import dev.drover.raft.Tenure;
import dev.drover.raft.Watcher;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who leads, and what this member does for that. On the loop. */
final class Office implements Watcher {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Member member;
  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private @Nullable Leading leading;
  private @Nullable CutOff cutOff;
  private @Nullable String leader;

  /** While this member leads, as the replication sees it. */
  private @Nullable Tenure tenure;

  /** The latest that was decided by here. */
  private Token decided = Token.NONE;

  private long changes;

  Office(Member member, Journal journal) {
    this.member = member;
    this.site = member.site();
    this.loop = member.loop();
    this.journal = journal;
  }

  /** Who leads as far as this member knows; null where nobody does. */
  @Nullable String leader() {
    return leader;
  }

  @Nullable Leading leading() {
    return leading;
  }

  /** Whoever was given up is heard again, and the replication never noticed that it was not. */
  void resume() {
    if (tenure != null && leading == null) {
      lead(tenure);
    }
  }

  /** Somebody leads the majority: this member is not cut off from it any more. */
  void found() {
    if (cutOff != null) {
      cutOff.end();
      cutOff = null;
    }
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
    loop.execute(() -> journal.line("replication has ended here: " + reason));
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
                member.clock(),
                journal,
                () -> beginAgain(mine)),
            log,
            member.decider(),
            decided.isSameTenure(first) ? decided : first,
            member.books().page().state());
    leading = next;
    Action fenced = member.pair().takeFencing();
    if (fenced != null) {
      next.coordinator()
          .change(
              status -> Fenced.write(status, fenced, false, member.clock().instant()),
              "fencing " + fenced.node() + " done; " + site.node() + " goes on alone",
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
    tenure = null;
    stop();
    long count = ++changes;
    if (name != null) {
      journal.line(site.node() + " follows " + name);
      return;
    }
    journal.line("nobody leads");
    loop.after(
        site.election().max().multipliedBy(2),
        () -> {
          if (count == changes && !member.isClosed()) {
            withoutMajority();
          }
        });
  }

  /** Nobody has led for a while: one of more than two does what the rules say to itself. */
  private void withoutMajority() {
    boolean never = member.books().page().saved().index() == 0;
    if (member.pair().isOne() || never || cutOff != null || site.role() == Role.WITNESS) {
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

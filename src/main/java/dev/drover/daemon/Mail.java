package dev.drover.daemon;

import dev.drover.agent.Desk;
import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.live.FenceJob;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import dev.drover.net.Connection;
import dev.drover.peer.Peer;
import dev.drover.peer.Site;
import dev.drover.raft.Replica;
import java.io.IOException;
import java.net.BindException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a member does with the letters that it gets, by who sent them. On the loop. */
final class Mail {
  private final Member member;
  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private final FenceOrders fencing;
  private final Set<String> admitting = new HashSet<>();

  Mail(Member member, Journal journal) {
    this.member = member;
    this.site = member.site();
    this.loop = member.loop();
    this.journal = journal;
    this.fencing = new FenceOrders(this::obeys, this::fence, member.post()::send);
  }

  /** An order may be older than the newest of the same leader, who waits for it still. */
  private boolean obeys(Token token) {
    Desk desk = member.work().desk();
    return token.isSameTenure(desk.newest()) || desk.obeys(token);
  }

  private void fence(FenceJob job, String by, BiConsumer<Boolean, String> ended) {
    member
        .tools()
        .fences()
        .fence(
            job,
            member.books().page().state(),
            by,
            (kind, reason) -> loop.execute(() -> ended.accept(kind != Kind.FAILED, reason)));
  }

  /** Opens the log, where it is certain which counts. */
  void proceed() {
    try {
      member.opening().proceed();
    } catch (IOException e) {
      cannotOpen(e);
    }
  }

  /** Ends the process, unless time may help: who is heard and does nothing is a hindrance. */
  private void cannotOpen(IOException e) {
    journal.line("the log cannot be opened: " + e.getMessage());
    if (!(e instanceof BindException)) {
      member.broke("the log cannot be opened: " + e.getMessage());
    }
  }

  /** Tells the others again where this member stands, as long as that has a purpose. */
  void remind() {
    if (member.replica() == null || member.opening().isJoining() || member.leader() == null) {
      site.members().stream()
          .filter(member -> !member.name().equals(site.node()))
          .forEach(member -> stand(member.name()));
    }
  }

  /** Tells another member where this one stands. */
  void stand(String other) {
    try {
      member.post().send(other, member.opening().standing());
    } catch (IOException e) {
      journal.line("the log cannot be read: " + e.getMessage());
    }
  }

  /** Reads a letter; its sender is who the connection says. */
  void read(Peer from, @Nullable Connection over, Letter letter) {
    Leading leading = member.leading();
    String objection = Entitled.objection(from, letter);
    if (objection != null) {
      journal.line(from.uri() + " " + objection);
    } else if (letter instanceof Letter.Ask ask) {
      member.commands().asked(from, over, ask);
    } else if (letter instanceof Letter.Answer answer) {
      member.commands().enquiries().answered(from.node(), answer);
    } else if (letter instanceof Letter.Report report) {
      if (leading != null) {
        leading.reported(report.report());
      }
    } else if (letter instanceof Letter.Told told) {
      if (leading != null) {
        leading.told(from.node(), told.finished());
      }
    } else if (letter instanceof Letter.Here here) {
      if (leading != null) {
        leading.here(here);
      }
    } else if (letter instanceof Letter.Leave leave) {
      if (leading != null) {
        member.office().handOver().letGo(leading, leave.node());
      }
    } else {
      readFromMember(from, letter);
    }
  }

  private void readFromMember(Peer from, Letter letter) {
    Leading leading = member.leading();
    if (letter instanceof Letter.Lead lead) {
      member.office().found(from.node(), lead.token());
    }
    if (letter instanceof Letter.Left left && left.released()) {
      released(from.node());
      if (!member.work().wantsToLeave()) {
        return;
      }
    }
    if (member.duty().read(from.node(), letter) || member.work().read(from.node(), letter)) {
      return;
    }
    if (letter instanceof Letter.Standing standing) {
      stood(from, standing);
    } else if (letter instanceof Letter.Fence fence) {
      fencing.asked(from.node(), fence.job());
    } else if (letter instanceof Letter.Withdraw withdraw) {
      FenceJob job = withdraw.job();
      if (member.work().newest().isSameTenure(job.token())) {
        member.tools().fences().withdraw(job.target(), "no decision asks for it any more");
      }
    } else if (letter instanceof Letter.Fenced fenced) {
      if (leading != null && fenced.job().token().isSameTenure(leading.token())) {
        leading.fenced(fenced.job(), fenced.done(), fenced.reason());
      }
    }
  }

  private static boolean isVoter(Replica log, Letter.Standing standing) {
    return standing.open()
        && !standing.asks()
        && log.members().stream().anyMatch(voter -> voter.name().equals(standing.node()));
  }

  /** It has this log, and takes itself for a member still. */
  private boolean isOutside(Replica log, Letter.Standing standing) {
    return !standing.asks()
        && standing.group().equals(log.lineage().id().toString())
        && !admitting.contains(standing.node())
        && !log.members().isEmpty()
        && log.members().stream().noneMatch(voter -> voter.name().equals(standing.node()));
  }

  /** This member's log counts no more. */
  private void released(String from) {
    try {
      member.opening().drop();
    } catch (IOException e) {
      journal.line("the log cannot be dropped: " + e.getMessage());
      return;
    }
    if (!member.work().wantsToLeave()) {
      beginAnew("`%s` goes on without this member, which was let go before".formatted(from));
    }
  }

  private void beginAnew(String why) {
    try {
      member.opening().drop();
      journal.line(why + ": this member's history is dropped, and its process begins anew");
      member.broke(why);
    } catch (IOException e) {
      journal.line("the log cannot be dropped: " + e.getMessage());
    }
  }

  private void stood(Peer from, Letter.Standing standing) {
    Leading leading = member.leading();
    try {
      member.opening().heard(standing);
    } catch (IOException e) {
      cannotOpen(e);
    }
    if (member.opening().isOvertakenBy(standing)) {
      beginAnew(
          "`%s` has the later history, of epoch `%d`".formatted(from.node(), standing.epoch()));
      return;
    }
    Replica log = member.replica();
    if (log != null && !standing.open()) {
      stand(from.node());
    }
    Optional<Site.Member> member = site.member(from.node());
    if (standing.asks() && this.member.pair().hasNoLog(from.node())) {
      return;
    }
    if (leading != null && log != null && isVoter(log, standing)) {
      // It does not hear by its copy of the log that this one leads.
      leading.greet(from.node());
    }
    if (leading != null && log != null && member.isPresent() && isOutside(log, standing)) {
      journal.line(from.node() + " was let go, and is told so again");
      this.member.post().send(from.node(), new Letter.Left(from.node(), true));
    }
    if (standing.asks()
        && leading != null
        && log != null
        && member.isPresent()
        && admitting.add(from.node())) {
      journal.line(from.node() + " is made a member again");
      var unused =
          log.admit(Opening.member(member.get()))
              .whenComplete(
                  (done, problem) ->
                      loop.execute(
                          () -> {
                            admitting.remove(from.node());
                            journal.line(
                                problem == null
                                    ? from.node() + " is a member"
                                    : from.node()
                                        + " is not a member yet: "
                                        + problem.getMessage());
                          }));
    }
  }
}

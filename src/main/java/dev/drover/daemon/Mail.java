package dev.drover.daemon;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.live.Letter;
import dev.drover.net.Connection;
import dev.drover.peer.Peer;
import dev.drover.peer.Site;
import dev.drover.raft.Replica;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a member does with the letters that it gets, by who sent them. On the loop. */
final class Mail {
  private final Member member;
  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private final Set<String> admitting = new HashSet<>();

  Mail(Member member, Journal journal) {
    this.member = member;
    this.site = member.site();
    this.loop = member.loop();
    this.journal = journal;
  }

  /** Opens the log, where it is certain which counts. */
  void proceed() {
    try {
      member.opening().proceed();
    } catch (IOException e) {
      journal.line("the log cannot be opened: " + e.getMessage());
    }
  }

  /** Tells the others again where this member stands, as long as that has a purpose. */
  void remind() {
    if (member.replica() == null || member.opening().isJoining()) {
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
    if (letter instanceof Letter.Ask ask) {
      member.commands().asked(from, over, ask);
      return;
    }
    String objection = Entitled.objection(from, letter);
    if (objection != null) {
      journal.line(from.uri() + " " + objection);
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
        member.office().letGo(leading, leave.node());
      }
    } else {
      readFromMember(from, letter);
    }
  }

  private void readFromMember(Peer from, Letter letter) {
    Leading leading = member.leading();
    if (letter instanceof Letter.Lead lead) {
      member.office().found(lead.token());
    }
    if (member.duty().read(from.node(), letter) || member.work().read(from.node(), letter)) {
      return;
    }
    if (letter instanceof Letter.Standing standing) {
      stood(from, standing);
    } else if (letter instanceof Letter.Fence fence) {
      if (member.work().desk().obeys(fence.job().token())) {
        member
            .tools()
            .fences()
            .fence(
                fence.job(),
                member.books().page().state(),
                from.node(),
                (kind, reason) ->
                    loop.execute(
                        () ->
                            member
                                .post()
                                .send(
                                    from.node(),
                                    new Letter.Fenced(fence.job(), kind != Kind.FAILED, reason))));
      }
    } else if (letter instanceof Letter.Fenced fenced) {
      if (leading != null && fenced.job().token().isSameTenure(leading.token())) {
        leading.fenced(fenced.job().number(), fenced.done(), fenced.reason());
      }
    }
  }

  private void stood(Peer from, Letter.Standing standing) {
    Leading leading = member.leading();
    try {
      member.opening().heard(standing);
    } catch (IOException e) {
      journal.line("the log cannot be opened: " + e.getMessage());
    }
    Replica log = member.replica();
    if (log != null && !standing.open()) {
      stand(from.node());
    }
    Optional<Site.Member> member = site.member(from.node());
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

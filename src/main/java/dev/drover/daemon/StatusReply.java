package dev.drover.daemon;

import dev.drover.agent.fence.FenceEvent;
import dev.drover.execute.StatusDraft;
import dev.drover.live.Amendment;
import dev.drover.live.Change;
import dev.drover.live.FenceRecord;
import dev.drover.live.Saved;
import dev.drover.model.ClusterState;
import dev.drover.peer.Site;
import dev.drover.plan.Assessment;
import dev.drover.text.report.ClusterStatus;
import dev.drover.text.report.ClusterStatusJson;
import dev.drover.text.report.FailedOperation;
import dev.drover.text.report.FailureCount;
import dev.drover.text.report.FencingEntry;
import dev.drover.text.report.Observation;
import dev.drover.text.report.Observation.DaemonState;
import dev.drover.text.report.Observation.LinkState;
import dev.drover.text.report.Observation.Votes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the cluster stands, as one member tells it to operators. */
final class StatusReply {
  private StatusReply() {}

  /**
   * The answer to {@code status}.
   *
   * @param leading null where nobody leads: what was replicated last is told then
   * @param words {@code as} is {@code json} or nothing; {@code full} asks for all that is
   *     remembered
   */
  static String of(Member member, @Nullable Leading leading, Map<String, String> words) {
    boolean isJson = "json".equals(words.get("as"));
    ClusterState state = leading == null ? leaderless(member) : leading.coordinator().state();
    Instant now = member.clock().instant();
    Assessment assessment = member.decider().rule(state, now).decision().before();
    Saved saved = member.books().page().saved();
    Change changed = saved.changed();
    Observation seen =
        new Observation(
            member.site().cluster(),
            assessment,
            leading == null ? null : member.site().node(),
            votes(member),
            now,
            changed == null ? null : Instant.ofEpochMilli(changed.at()),
            changed == null ? null : changed.by(),
            FailedOperation.of(state.status()),
            FailureCount.of(state.status()),
            fencing(member, leading),
            saved.amendments().stream().map(Amendment::sentence).toList(),
            daemons(member, words.containsKey("full") || isJson));
    if (isJson) {
      return ClusterStatusJson.of(seen);
    }
    Set<ClusterStatus.Detail> details =
        words.containsKey("full")
            ? EnumSet.allOf(ClusterStatus.Detail.class)
            : EnumSet.noneOf(ClusterStatus.Detail.class);
    return ClusterStatus.of(seen, details);
  }

  private static ClusterState leaderless(Member member) {
    StatusDraft draft = new StatusDraft(member.books().page().state());
    draft.quorate(false);
    Set<String> present = member.present();
    member.site().members().stream()
        .map(Site.Member::name)
        .filter(name -> !present.contains(name) && isIn(member, name))
        .forEach(name -> draft.node(name).lost());
    return draft.toState();
  }

  private static boolean isIn(Member member, String name) {
    return member.books().page().state().status().nodes().stream()
        .anyMatch(node -> node.name().equals(name) && "true".equals(node.inCluster()));
  }

  private static Votes votes(Member member) {
    List<Site.Member> voters = member.site().members();
    long present =
        voters.stream()
            .filter(
                voter ->
                    voter.name().equals(member.site().node())
                        || member.links().states().isAnyUp(voter.name()))
            .count();
    return new Votes((int) present, voters.size());
  }

  /**
   * Members and agents.
   *
   * @param all whether agents are told of where all is well; there may be a thousand
   */
  private static List<DaemonState> daemons(Member member, boolean all) {
    Stream<DaemonState> members =
        member.site().members().stream()
            .map(each -> daemon(member, each.name(), does(member, each)));
    Stream<DaemonState> agents =
        member.site().agents().stream()
            .map(name -> daemon(member, name, "runs resources"))
            .filter(each -> all || !each.links().stream().allMatch(LinkState::isUp));
    return Stream.concat(members, agents).toList();
  }

  private static String does(Member member, Site.Member other) {
    if (other.name().equals(member.leader())) {
      return "coordinates";
    }
    return other.witness() ? "votes" : "follows";
  }

  /** What a node does, and over which of its links it is heard. */
  private static DaemonState daemon(Member member, String name, String does) {
    if (name.equals(member.site().node())) {
      return new DaemonState(name, does, null, List.of());
    }
    List<LinkState> links =
        member.links().states().of(name).stream()
            .map(link -> new LinkState(link.address().toString(), link.isUp(), link.since()))
            .toList();
    long up = links.stream().filter(LinkState::isUp).count();
    String state = up == 0 ? "not reached" : "%s, %d of %d links".formatted(does, up, links.size());
    return new DaemonState(name, state, null, links);
  }

  /** What is written down, and then what is under way. */
  private static List<FencingEntry> fencing(Member member, @Nullable Leading leading) {
    List<FencingEntry> entries = new ArrayList<>();
    for (FenceRecord record : member.books().page().saved().fencings()) {
      entries.add(
          new FencingEntry(
              record.target(),
              record.action(),
              record.done() ? FencingEntry.State.SUCCESSFUL : FencingEntry.State.FAILED,
              record.by(),
              null,
              Instant.ofEpochMilli(record.at()),
              record.how()));
    }
    if (leading == null) {
      // nobody can write down at present what this member tries
      List<FenceEvent> own = new ArrayList<>(member.tools().fences().events());
      Collections.reverse(own);
      own.forEach(event -> entries.add(own(event)));
    } else {
      String by = member.site().node();
      leading
          .fencing()
          .forEach((job, since) -> entries.add(pending(job.target(), job.action(), by, since)));
    }
    return entries;
  }

  private static FencingEntry own(FenceEvent event) {
    return new FencingEntry(
        event.node(),
        event.action().word(),
        switch (event.state()) {
          case PENDING -> FencingEntry.State.PENDING;
          case FAILED -> FencingEntry.State.FAILED;
          case DONE, CONFIRMED -> FencingEntry.State.SUCCESSFUL;
        },
        event.by(),
        event.devices().isEmpty() ? null : String.join(",", event.devices()),
        event.since(),
        event.reason());
  }

  private static FencingEntry pending(String target, String action, String by, Instant since) {
    return new FencingEntry(target, action, FencingEntry.State.PENDING, by, null, since, "");
  }
}

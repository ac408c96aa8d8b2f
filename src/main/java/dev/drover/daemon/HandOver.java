package dev.drover.daemon;

import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.raft.Replica;
import dev.drover.raft.Tenure;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that want to leave. A leader that does gives leadership to a member that stays; where none
 * does it has its own node stopped like any other. On the loop.
 */
final class HandOver {
  /** How long between two looks at whether something is written down. */
  private static final Duration WRITTEN = Duration.ofMillis(50);

  private final Member member;
  private final Office office;
  private final Journal journal;

  /** In which this member gave leadership away, or tried to. */
  private @Nullable Tenure given;

  HandOver(Member member, Office office, Journal journal) {
    this.member = member;
    this.office = office;
    this.journal = journal;
  }

  /** A node wants to leave; told again and again until it has. */
  void letGo(Leading by, String node) {
    boolean isOwn = node.equals(member.site().node());
    if (isOwn && office.leading() == by && !isDone(office.tenure()) && !staying().isEmpty()) {
      // Or this node would be dismissed by itself before anybody else leads.
      by.coordinator().pause();
    }
    // Whoever leads next is to know that leadership is not to come back.
    if (!leaving(by.coordinator().state()).contains(node)) {
      member.commands().leave(by, node);
    }
    if (isOwn) {
      begin(by);
    }
  }

  private boolean isDone(@Nullable Tenure tenure) {
    return Objects.equals(tenure, given);
  }

  /** Only once it is written down that this node leaves, and once in a time of leading. */
  private void begin(Leading by) {
    Replica log = member.replica();
    Tenure mine = office.tenure();
    if (office.leading() != by || log == null || mine == null || isDone(mine)) {
      return;
    }
    if (!leaving(member.books().page().state()).contains(member.site().node())) {
      member.loop().after(WRITTEN, () -> begin(by));
      return;
    }
    given = mine;
    Set<String> staying = staying();
    if (staying.isEmpty()) {
      goOn(by);
      return;
    }
    journal.line(member.site().node() + " gives leadership away before it leaves");
    var unused =
        log.stepDown(staying)
            .exceptionally(
                problem -> {
                  member.loop().execute(() -> nobodyTakesIt(by, problem));
                  return null;
                });
  }

  private void nobodyTakesIt(Leading by, Throwable problem) {
    journal.line("nobody takes leadership: " + problem.getMessage());
    goOn(by);
  }

  private void goOn(Leading by) {
    if (office.leading() == by) {
      by.coordinator().open(member.clock().instant());
    }
  }

  /** Who could lead in place of this member: voters that are heard and are not leaving. */
  private Set<String> staying() {
    Replica log = member.replica();
    Set<String> staying = new HashSet<>();
    if (log != null) {
      log.members().stream()
          .filter(voter -> !voter.votesOnly())
          .map(voter -> voter.name())
          .filter(member.present()::contains)
          .forEach(staying::add);
    }
    staying.remove(member.site().node());
    staying.removeAll(leaving(member.books().page().state()));
    return staying;
  }

  /** The nodes that want to leave. */
  static Set<String> leaving(ClusterState state) {
    return state.status().nodes().stream()
        .filter(node -> node.attributes().containsKey("shutdown"))
        .map(NodeState::name)
        .collect(Collectors.toSet());
  }
}

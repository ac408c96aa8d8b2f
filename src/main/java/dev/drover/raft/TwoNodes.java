package dev.drover.raft;

import java.util.List;
import java.util.Optional;

/**
 * When one of two may go on without the other.
 *
 * <p>Every entry that counts is on both disks, so the survivor has them all: unless the other has
 * gone on alone before, which it cannot have while this process heard of it in the lineage at hand
 * and it has been powered off since.
 */
final class TwoNodes {
  private TwoNodes() {}

  /** Why this member may not; empty where it may once the peer's power-off is certain. */
  static Optional<String> objection(Group group, Member self) {
    if (!group.isStable()) {
      return Optional.of("a change of the members is not complete");
    }
    List<Member> voters = group.voters();
    if (voters.size() != 2 || voters.stream().noneMatch(self::equals)) {
      return Optional.of(
          "the members are "
              + voters.stream().map(Member::name).sorted().toList()
              + ", expected `"
              + self.name()
              + "` and one other: among more the majority decides");
    }
    if (self.votesOnly()) {
      return Optional.of("`" + self.name() + "` only votes");
    }
    if (!group.machine().isInContact()) {
      return Optional.of(
          "`"
              + peer(group, self).name()
              + "` was not heard of since this process began; maybe it went on alone before");
    }
    return Optional.empty();
  }

  /** The other one, where there is no objection for another reason. */
  static Member peer(Group group, Member self) {
    return group.voters().stream()
        .filter(voter -> !voter.equals(self))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("`" + self.name() + "` is alone already"));
  }
}

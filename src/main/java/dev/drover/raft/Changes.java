package dev.drover.raft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Changes of who is a member and who leads; each call waits. */
final class Changes {
  private Changes() {}

  /**
   * Adds a member that has an empty log. Where its name has a vote still, that one goes first: the
   * leader would wait for entries that the member no longer has.
   */
  static void admit(Engine engine, Group group, Member member) throws IOException {
    List<Member> voters = without(group.voters(), member);
    if (voters.size() < group.voters().size()) {
      engine.setMembers(group, voters);
    }
    // Ratis gives it the log before the vote. It is not made a listener first: the leader would go
    // on to treat it as one that is not ready, so that it never votes in an election.
    engine.setMembers(group, with(voters, member));
  }

  /**
   * Takes the other one of two off, so that this one is a majority by itself.
   *
   * @throws IllegalStateException where there are not two, or they are others
   */
  static void release(Engine engine, Group group, Member self, String leaving) throws IOException {
    List<Member> voters = group.voters();
    List<Member> left = voters.stream().filter(voter -> !voter.name().equals(leaving)).toList();
    if (left.size() == voters.size() && voters.contains(self)) {
      return;
    }
    if (voters.size() != 2 || !left.equals(List.of(self))) {
      throw new IllegalStateException(
          "`%s` is not released: the members are %s, expected it and `%s`"
              .formatted(
                  leaving, voters.stream().map(Member::name).sorted().toList(), self.name()));
    }
    engine.setMembers(group, left);
  }

  /** Gives leadership to one of those, in their order among the voters. */
  static void stepDown(
      Engine engine, Group group, Member self, Set<String> among, Settings settings)
      throws IOException {
    long timeout = settings.electionMax().toMillis();
    IOException last = new IOException("none of " + among + " votes");
    for (Member voter : group.voters()) {
      if (!voter.equals(self) && !voter.votesOnly() && among.contains(voter.name())) {
        try {
          engine.transfer(group, voter, timeout);
          return;
        } catch (IOException e) {
          if (group.tenure().isEmpty()) {
            return;
          }
          last = e;
        }
      }
    }
    throw last;
  }

  private static List<Member> without(List<Member> members, Member member) {
    return members.stream().filter(other -> !other.name().equals(member.name())).toList();
  }

  private static List<Member> with(List<Member> members, Member member) {
    List<Member> more = new ArrayList<>(members);
    more.add(member);
    return more;
  }
}

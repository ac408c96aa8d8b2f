package dev.drover.raft;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.jspecify.annotations.Nullable;

/** This member's part in one lineage, while it is open. */
record Group(Lineage lineage, RaftServer.Division division) {
  RaftGroupId id() {
    return division.getMemberId().getGroupId();
  }

  /** Whether it has not closed by itself. */
  boolean isAlive() {
    return division.getInfo().isAlive();
  }

  Machine machine() {
    return (Machine) division.getStateMachine();
  }

  /** This member's time of leading, once an entry of its own counts. */
  Optional<Tenure> tenure() {
    DivisionInfo info = division.getInfo();
    long term = info.getCurrentTerm();
    boolean leads = info.isAlive() && info.isLeader() && info.isLeaderReady();
    // what was read belongs together only where no election came between
    return leads && term == info.getCurrentTerm()
        ? Optional.of(new Tenure(lineage.epoch(), term))
        : Optional.empty();
  }

  /**
   * Who leads as far as this member knows, itself included. A witness that has more of the log than
   * the others leads until one has caught up: it takes no appends, so it is not named.
   */
  @Nullable String leader() {
    String leader = Peers.name(division.getInfo().getLeaderId());
    boolean isWitness =
        voters().stream().anyMatch(voter -> voter.votesOnly() && voter.name().equals(leader));
    return isWitness ? null : leader;
  }

  /**
   * Whether that member leads in that time, as far as this one knows, which has voted in no later.
   */
  boolean follows(String name, long term) {
    DivisionInfo info = division.getInfo();
    // A vote for another raises the term before the leader is forgotten: the term is read last.
    return info.isAlive()
        && name.equals(Peers.name(info.getLeaderId()))
        && info.getCurrentTerm() == term;
  }

  /**
   * The other voters that have not answered for so long: those that do not follow this leader, or
   * all of them where this member hears of no leader.
   */
  List<Member> silent(Duration time) {
    RoleInfoProto role = division.getInfo().getRoleInfoProto();
    List<Member> others =
        voters().stream()
            .filter(voter -> !Peers.id(voter).equals(division.getMemberId().getPeerId()))
            .toList();
    long limit = time.toMillis();
    if (role.hasLeaderInfo()) {
      Set<String> late = new HashSet<>();
      for (ServerRpcProto each : role.getLeaderInfo().getFollowerInfoList()) {
        if (each.getLastRpcElapsedTimeMs() > limit) {
          late.add(each.getId().getId().toStringUtf8());
        }
      }
      return others.stream().filter(other -> late.contains(other.name())).toList();
    }
    long since =
        role.hasCandidateInfo()
            ? role.getCandidateInfo().getLastLeaderElapsedTimeMs()
            : role.getFollowerInfo().getLeaderInfo().getLastRpcElapsedTimeMs();
    return since > limit ? others : List.of();
  }

  /** Whether these are a majority of those who vote, before and after a change that is on. */
  boolean isMajority(Set<String> names) {
    Collection<RaftPeer> before = division.getRaftConf().getPreviousPeers();
    return isMajority(names, division.getRaftConf().getCurrentPeers())
        && (before.isEmpty() || isMajority(names, before));
  }

  private static boolean isMajority(Set<String> names, Collection<RaftPeer> voters) {
    long among = voters.stream().filter(peer -> names.contains(Peers.member(peer).name())).count();
    return 2 * among > voters.size();
  }

  /** Those who vote now. */
  List<Member> voters() {
    return division.getRaftConf().getCurrentPeers().stream().map(Peers::member).toList();
  }

  /** Whether no change of the members is on. */
  boolean isStable() {
    return division.getRaftConf().getPreviousPeers().isEmpty();
  }
}

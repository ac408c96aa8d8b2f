package dev.drover.raft;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.jspecify.annotations.Nullable;

/** Members in Ratis' words. */
final class Peers {
  /** A witness yields to every other member. */
  private static final int WITNESS = 0;

  private static final int VOTER = 1;

  private Peers() {}

  static RaftPeerId id(Member member) {
    return RaftPeerId.valueOf(member.name());
  }

  static @Nullable String name(@Nullable RaftPeerId id) {
    return id == null ? null : id.toString();
  }

  static RaftPeer of(Member member) {
    String host = member.host().contains(":") ? "[" + member.host() + "]" : member.host();
    return RaftPeer.newBuilder()
        .setId(id(member))
        .setAddress(host + ":" + member.port())
        .setPriority(member.votesOnly() ? WITNESS : VOTER)
        .build();
  }

  static Member member(RaftPeer peer) {
    String address = peer.getAddress();
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon);
    return new Member(
        peer.getId().toString(),
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Integer.parseInt(address.substring(colon + 1)),
        peer.getPriority() == WITNESS);
  }

  static RaftGroupId group(UUID id) {
    return RaftGroupId.valueOf(id);
  }

  static RaftGroup group(UUID id, Collection<Member> members) {
    List<RaftPeer> peers = members.stream().map(Peers::of).toList();
    return RaftGroup.valueOf(group(id), peers);
  }
}

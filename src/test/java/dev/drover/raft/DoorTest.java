package dev.drover.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.nio.file.Path;
import org.apache.ratis.proto.RaftProtos.GroupListRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.grpc.AdminProtocolServiceGrpc;
import org.apache.ratis.proto.grpc.RaftServerProtocolServiceGrpc;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.apache.ratis.thirdparty.io.grpc.netty.GrpcSslContexts;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslContextBuilder;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Who may say what to a member. */
@ResourceLock(Cluster.LOCK)
class DoorTest {
  @TempDir Path root;

  @Test
  void onlyMembersAreHeardAndOnlyAsMembers() throws Exception {
    try (Cluster cluster = Cluster.of(root, 1)) {
      cluster.found();
      Node node = cluster.leader();

      ManagedChannel agent = channel(node, cluster.keys(new Peer("shop", Role.AGENT, "x")));
      assertRefused("not a member of this cluster", () -> vote(agent));
      agent.shutdownNow();

      ManagedChannel member = channel(node, cluster.keys(new Peer("shop", Role.MEMBER, "x")));
      assertRefused(
          "not a service for others",
          () ->
              AdminProtocolServiceGrpc.newBlockingStub(member)
                  .groupList(GroupListRequestProto.getDefaultInstance()));
      StatusRuntimeException heard = assertThrows(StatusRuntimeException.class, () -> vote(member));
      assertEquals(Status.Code.INTERNAL, heard.getStatus().getCode(), "its vote is of no group");
      member.shutdownNow();
      node.write("still");
    }
  }

  @Test
  void aStrangerIsNotHeard() throws Exception {
    Cluster strangers = new Cluster(root, 10);
    Site.Tls theirs = strangers.keys(new Peer("shop", Role.MEMBER, "x"));
    try (Cluster cluster = Cluster.of(root, 1)) {
      cluster.found();
      Node node = cluster.leader();
      Site.Tls mixed = new Site.Tls(node.keys.authority(), theirs.certificate(), theirs.key());
      ManagedChannel stranger = channel(node, mixed);
      StatusRuntimeException end = assertThrows(StatusRuntimeException.class, () -> vote(stranger));
      assertEquals(Status.Code.UNAVAILABLE, end.getStatus().getCode());
      stranger.shutdownNow();
    }
  }

  @Test
  void anAgentsCertificateMakesNoMember() throws Exception {
    Cluster cluster = Cluster.of(root, 1);
    Node node = cluster.nodes.get(0);
    Site.Tls agent = cluster.keys(new Peer("shop", Role.AGENT, "x"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Tls.of(KeyRing.read(agent)));
    assertEquals(
        "the certificate of `O=shop, OU=agent, CN=x`: expected a member's or a witness'",
        refused.getMessage());
    Tls.of(KeyRing.read(node.keys));
  }

  private static void vote(ManagedChannel channel) {
    RaftServerProtocolServiceGrpc.newBlockingStub(channel)
        .requestVote(RequestVoteRequestProto.getDefaultInstance());
  }

  private static void assertRefused(String why, Executable call) {
    StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, call);
    assertEquals(Status.Code.PERMISSION_DENIED, refused.getStatus().getCode());
    assertEquals(why, refused.getStatus().getDescription());
  }

  private static ManagedChannel channel(Node node, Site.Tls keys) throws Exception {
    SslContextBuilder tls =
        GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
            .trustManager(keys.authority().toFile())
            .keyManager(keys.certificate().toFile(), keys.key().toFile());
    return NettyChannelBuilder.forAddress(node.member.host(), node.member.port())
        .sslContext(tls.build())
        .build();
  }
}

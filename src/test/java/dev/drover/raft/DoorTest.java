package dev.drover.raft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever says whatever to a member, is told why it is refused, and nobody else notices. */
@ResourceLock(Cluster.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
  private static final int TOO_LONG = 17 << 20;

  @TempDir static Path root;
  private Cluster cluster;
  private Node leader;

  /** One that is listed, and does not run. */
  private Node witness;

  @BeforeAll
  void start() throws Exception {
    cluster = Cluster.of(root, 1);
    cluster.found();
    leader = cluster.leader();
    witness = cluster.add(true);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  private enum Hostility {
    NO_CERTIFICATE(Status.Code.UNAVAILABLE, ""),
    OTHER_AUTHORITY(Status.Code.UNAVAILABLE, ""),
    PLAIN_TEXT(Status.Code.UNAVAILABLE, ""),
    AGENT(Status.Code.PERMISSION_DENIED, "not a member of this cluster"),
    OPERATOR(Status.Code.PERMISSION_DENIED, "not a member of this cluster"),
    UNLISTED(Status.Code.PERMISSION_DENIED, "not a member of this cluster"),
    LISTED_AS_SOMETHING_ELSE(Status.Code.PERMISSION_DENIED, "not a member of this cluster"),
    IN_ITS_OWN_NAME(Status.Code.PERMISSION_DENIED, "not a member of this cluster"),
    ADMINISTRATOR(Status.Code.PERMISSION_DENIED, "not a service for others"),
    VOTE_OF_ANOTHER(Status.Code.PERMISSION_DENIED, "`b` spoke for `x`: refused"),
    VOTE_OF_NOBODY(Status.Code.PERMISSION_DENIED, "`b` spoke for ``: refused"),
    APPEND_OF_ANOTHER(Status.Code.PERMISSION_DENIED, "`b` spoke for `x`: refused"),
    SNAPSHOT_OF_ANOTHER(Status.Code.PERMISSION_DENIED, "`b` spoke for `x`: refused"),
    ELECTION_OF_ANOTHER(Status.Code.PERMISSION_DENIED, "`b` spoke for `x`: refused"),
    ANOTHER_AFTER_ITSELF(Status.Code.PERMISSION_DENIED, "`b` spoke for `x`: refused"),
    TOO_LONG(Status.Code.RESOURCE_EXHAUSTED, "gRPC message exceeds maximum size 16777216"),
    LONG_METADATA(Status.Code.INTERNAL, "Header size exceeded max allowed size (8192)"),
    GARBAGE(Status.Code.UNKNOWN, ""),
    TRUNCATED(Status.Code.UNKNOWN, "");

    private final Status.Code code;
    private final String why;

    Hostility(Status.Code code, String why) {
      this.code = code;
      this.why = why;
    }
  }

  @ParameterizedTest
  @EnumSource(Hostility.class)
  void isRefusedBesideTheOthers(Hostility hostility) throws Exception {
    Tenure before = leader.recorder.tenure().orElseThrow();
    Status end = Status.OK;
    try (Caller caller = caller(hostility)) {
      end = say(hostility, caller);
    }
    assertEquals(hostility.code, end.getCode(), end::toString);
    assertTrue(end.toString().contains(hostility.why), end::toString);
    assertEquals(before, leader.recorder.tenure().orElseThrow());
    leader.write("after " + hostility);
  }

  private Caller caller(Hostility hostility) throws Exception {
    return switch (hostility) {
      case NO_CERTIFICATE -> Caller.nameless(leader.member, leader.keys.authority());
      case OTHER_AUTHORITY -> {
        Site.Tls theirs = new Cluster(root, 10).keys(new Peer("shop", Role.WITNESS, "b"));
        yield caller(new Site.Tls(leader.keys.authority(), theirs.certificate(), theirs.key()));
      }
      case PLAIN_TEXT -> Caller.plain(leader.member);
      case AGENT -> caller(cluster.keys(new Peer("shop", Role.AGENT, "x")));
      case OPERATOR -> caller(cluster.keys(new Peer("shop", Role.OPERATOR, "x")));
      case UNLISTED -> caller(cluster.keys(new Peer("shop", Role.MEMBER, "x")));
      case LISTED_AS_SOMETHING_ELSE -> caller(cluster.keys(new Peer("shop", Role.MEMBER, "b")));
      case IN_ITS_OWN_NAME -> caller(leader.keys);
      default -> witness();
    };
  }

  private Caller caller(Site.Tls keys) throws Exception {
    return Caller.of(leader.member, keys);
  }

  private Caller witness() throws Exception {
    return caller(witness.keys);
  }

  private Status say(Hostility hostility, Caller caller) throws Exception {
    return switch (hostility) {
      case ADMINISTRATOR -> caller.listGroups();
      case VOTE_OF_NOBODY -> caller.vote("");
      case APPEND_OF_ANOTHER -> caller.append(Caller.append("x", 0));
      case SNAPSHOT_OF_ANOTHER -> caller.install("x");
      case ELECTION_OF_ANOTHER -> caller.elect("x");
      case ANOTHER_AFTER_ITSELF -> caller.append(old(), Caller.append("x", 0));
      case TOO_LONG -> caller.append(Caller.append("b", TOO_LONG));
      case LONG_METADATA -> caller.voteWith(10_000);
      case GARBAGE -> caller.raw(new byte[] {(byte) 0xFF, 1, 2, 3});
      case TRUNCATED -> caller.raw(Caller.halfAVote());
      default -> caller.vote("x");
    };
  }

  private AppendEntriesRequestProto old() {
    return Caller.old("b", leader.member.name(), leader.replica().lineage().id());
  }

  @Test
  void aReplayedAppendOfAnEarlierTermIsAnsweredAndChangesNothing() throws Exception {
    Tenure before = leader.recorder.tenure().orElseThrow();
    List<String> lines = leader.book.lines();
    try (Caller caller = witness()) {
      assertEquals(List.of("NOT_LEADER", "NOT_LEADER"), caller.replay(old()));
    }
    assertEquals(before, leader.recorder.tenure().orElseThrow());
    assertEquals(lines, leader.book.lines());
  }

  @Test
  void aHandshakeThatDoesNotEndIsEnded() throws Exception {
    try (Socket endless = new Socket(leader.member.host(), leader.member.port())) {
      endless.setSoTimeout((int) SECONDS.toMillis(60));
      endless.getOutputStream().write(new byte[] {22, 3, 1, 1});
      assertEquals(-1, endless.getInputStream().read());
    } catch (IOException reset) {
      assertEquals("Connection reset", reset.getMessage());
    }
    leader.write("still");
  }

  @Test
  void anAgentsCertificateMakesNoMember() throws Exception {
    Site.Tls agent = cluster.keys(new Peer("shop", Role.AGENT, "x"));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> Tls.of(KeyRing.read(agent), peer -> true));
    assertEquals(
        "the certificate of `O=shop, OU=agent, CN=x`: expected a member's or a witness'",
        refused.getMessage());
    Tls.of(KeyRing.read(leader.keys), peer -> true);
  }
}

package dev.drover.raft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A cluster of three: the majority decides. */
@ResourceLock(Cluster.LOCK)
class ThreeMembersTest {
  @TempDir Path root;

  @Test
  void noAcknowledgedEntryIsLostWithTheLeader() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      History history = new History();
      for (int round = 0; round < 2; round++) {
        Node leader = cluster.leader();
        Tenure tenure = leader.recorder.tenure().orElseThrow();
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          String entry = "entry " + round + "-" + i;
          acknowledged.add(
              leader.append(entry).thenAccept(at -> history.acknowledged(at.index(), entry)));
        }
        acknowledged.get(49).get(10, SECONDS);
        leader.stop();
        leader.open();
        assertTrue(
            cluster.leader().recorder.tenure().orElseThrow().compareTo(tenure) > 0,
            "a later tenure");
      }
      Node leader = cluster.leader();
      history.acknowledged(leader.write("last").index(), "last");
      assertTrue(history.size() > 100, "acknowledged: " + history.size());
      for (Node node : cluster.nodes) {
        node.awaitLines(leader.book.lines());
        assertEquals(List.of(), history.problemsOf(node.book.lines()), node.member.name());
      }
    }
  }

  @Test
  void aFollowerRefusesAndNamesTheLeader() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      Node follower = cluster.followers().get(0);
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> follower.append("no").get(10, SECONDS));
      NotLeaderException why = assertInstanceOf(NotLeaderException.class, refused.getCause());
      assertEquals(leader.member.name(), why.leader());
      assertEquals("the leader is `" + leader.member.name() + "`", why.getMessage());
      assertEquals(leader.member.name(), follower.replica().leader());
      assertEquals(List.of(), follower.book.lines());
    }
  }

  @Test
  void ofThreeNobodyIsReleased() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      String other = cluster.followers().get(0).member.name();
      CompletableFuture<Void> release = leader.replica().release(other);
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> release.get(10, SECONDS));
      assertEquals(
          "`%s` is not released: the members are [a, b, c], expected it and `%s`"
              .formatted(other, leader.member.name()),
          refused.getCause().getMessage());
      assertEquals(3, leader.replica().members().size());
    }
  }

  @Test
  void aLeaderThatIsCutOffIsToldSo() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      leader.write("one");
      List<Node> followers = cluster.followers();
      for (Node follower : followers) {
        follower.stop();
      }
      long start = System.nanoTime();
      leader.awaitTold("follows null");
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 3_000, "told after " + millis + " ms");
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> leader.append("no").get(10, SECONDS));
      assertInstanceOf(NotLeaderException.class, refused.getCause());
      assertEquals(
          Optional.of(
              "the members are [a, b, c], expected `"
                  + leader.member.name()
                  + "` and one other: among more the majority decides"),
          leader.replica().mayContinueAlone());
    }
  }

  @Test
  void aFollowerWithoutALeaderIsToldSo() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      List<Node> followers = cluster.followers();
      followers.get(0).stop();
      leader.stop();
      followers.get(1).awaitTold("follows null");
    }
  }

  @Test
  void whoStepsDownHandsOver() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      leader.write("one");
      Node heir = cluster.followers().get(1);
      leader.replica().stepDown(Set.of(heir.member.name())).get(10, SECONDS);
      cluster.change.await("it follows", () -> leader.recorder.tenure().isEmpty());
      Node next = cluster.leader();
      assertEquals(heir, next);
      next.write("two");
      leader.awaitLines(List.of("one", "two"));
    }
  }

  @Test
  void aWitnessVotesAndNeverLeads() throws Exception {
    Cluster cluster = Cluster.of(root, 2);
    Node witness = cluster.add(true);
    try (cluster) {
      cluster.found();
      Node leader = cluster.leader();
      assertFalse(leader.member.votesOnly());
      leader.write("one");
      leader.stop();
      Node next = cluster.leader();
      assertTrue(next != witness && next != leader, "the other member leads");
      next.write("two");
      witness.awaitLines(List.of("one", "two"));
      assertEquals(List.of(), witness.recorder.tenures());
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> witness.append("no").get(10, SECONDS));
      assertInstanceOf(NotLeaderException.class, refused.getCause());
    }
  }

  @Test
  void aWitnessWithTheLongestLogHandsOverUnnamed() throws Exception {
    Cluster cluster = Cluster.of(root, 2);
    Node witness = cluster.add(true);
    try (cluster) {
      cluster.found();
      Node leader = cluster.leader();
      Node behind = cluster.followers().stream().filter(node -> node != witness).toList().get(0);
      behind.stop();
      leader.write("only the witness has it too");
      leader.stop();
      behind.open();
      cluster.change.await("it leads", () -> behind.recorder.tenure().isPresent());
      behind.write("two");
      assertEquals(List.of("only the witness has it too", "two"), behind.book.lines());
      assertEquals(List.of(), witness.recorder.tenures());
    }
  }

  /** No leader's entry had reached the one that is left beside the witness when the other died. */
  @Test
  void aFounderThatHasNothingYetLeadsWithTheWitness() throws Exception {
    Cluster cluster = Cluster.of(root, 2);
    Node witness = cluster.add(true);
    try (cluster) {
      List<Member> members = cluster.members();
      Node first = cluster.nodes.get(0);
      Node late = cluster.nodes.get(1);
      first.found(members);
      witness.found(members);
      cluster.change.await("it leads", () -> first.recorder.tenure().isPresent());
      first.write("one");
      first.stop();
      late.found(members);
      cluster.change.await("it leads", () -> late.recorder.tenure().isPresent());
      late.write("two");
      assertEquals(List.of("one", "two"), late.book.lines());
    }
  }
}

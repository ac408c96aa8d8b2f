package dev.drover.raft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A cluster of two, and what a survivor may do. */
@ResourceLock(Cluster.LOCK)
class TwoMembersTest {
  @TempDir Path root;

  @Test
  void anAppendNeedsBoth() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node leader = cluster.leader();
      Node other = cluster.followers().get(0);
      leader.write("one");
      other.awaitLines(List.of("one"));
      other.stop();
      CompletableFuture<Applied> two = leader.append("two");
      ExecutionException end = assertThrows(ExecutionException.class, () -> two.get(10, SECONDS));
      assertInstanceOf(UnsureException.class, end.getCause());
      leader.awaitTold("follows null");
      assertEquals(List.of("one"), leader.book.lines());
    }
  }

  @Test
  void theSurvivorGoesOnAloneAndTheOtherComesBackEmpty() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node survivor = cluster.leader();
      Node fenced = cluster.followers().get(0);
      survivor.write("one");
      Tenure before = survivor.recorder.tenure().orElseThrow();
      fenced.stop();

      assertEquals(Optional.empty(), survivor.replica().mayContinueAlone());
      Lineage lineage = survivor.replica().continueAlone(fenced.member.name());
      survivor.awaitTold("leads 2");
      survivor.write("two");
      assertEquals(2, lineage.epoch());
      assertEquals(Optional.of(lineage), Lineage.read(survivor.folder));
      assertTrue(survivor.recorder.tenure().orElseThrow().compareTo(before) > 0);
      assertEquals(List.of(survivor.member), survivor.replica().members());
      assertEquals(List.of("one", "two"), survivor.book.lines());

      assertEquals(1, Lineage.read(fenced.folder).orElseThrow().epoch());
      Lineage.discard(fenced.folder);
      assertEquals(Optional.empty(), Lineage.read(fenced.folder));
      fenced.join(lineage);
      survivor.replica().admit(fenced.member).get(10, SECONDS);
      fenced.awaitLines(List.of("one", "two"));
      survivor.write("three");
      fenced.awaitLines(List.of("one", "two", "three"));
      assertEquals(2, survivor.replica().members().size());

      survivor.stop();
      assertEquals(Optional.empty(), fenced.replica().mayContinueAlone());
      assertEquals(3, fenced.replica().continueAlone(survivor.member.name()).epoch());
      fenced.awaitTold("leads 3");
      fenced.write("four");
      assertEquals(List.of("one", "two", "three", "four"), fenced.book.lines());
      assertFalse(survivor.runs());
    }
  }

  @Test
  void whoBootedAloneMayNotGoOnAlone() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node one = cluster.leader();
      Node other = cluster.followers().get(0);
      one.write("one");
      other.awaitLines(List.of("one"));
      cluster.close();

      one.open();
      one.awaitTold("follows null");
      assertEquals(
          Optional.of(
              "`"
                  + other.member.name()
                  + "` was not heard of since this process began; maybe it went on alone before"),
          one.replica().mayContinueAlone());
      assertThrows(
          IllegalStateException.class, () -> one.replica().continueAlone(other.member.name()));
      assertEquals(1, one.replica().epoch());

      other.open();
      Node leader = cluster.leader();
      leader.write("two");
      assertEquals(Optional.empty(), leader.replica().mayContinueAlone());
    }
  }

  @Test
  void onlyTheOneThatWasFencedMayBeLeftBehind() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      cluster.leader().write("both have it");
      Replica leader = cluster.leader().replica();
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> leader.continueAlone("z"));
      String peer = cluster.followers().get(0).member.name();
      assertEquals("`z` was fenced, expected `" + peer + "`", refused.getMessage());
      assertEquals(1, leader.epoch());
      cluster.leader().write("still");
    }
  }

  @Test
  void aFollowerGoesOnAloneWithAllThatWasAcknowledged() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node fenced = cluster.leader();
      Node survivor = cluster.followers().get(0);
      History history = new History();
      for (int i = 0; i < 50; i++) {
        history.acknowledged(fenced.write("entry " + i).index(), "entry " + i);
      }
      fenced.stop();
      survivor.replica().continueAlone(fenced.member.name());
      survivor.awaitTold("leads 2");
      assertEquals(List.of(), history.problemsOf(survivor.book.lines()));

      survivor.stop();
      survivor.open();
      survivor.awaitTold("leads 2");
      assertEquals(List.of(), history.problemsOf(survivor.book.applied()));
    }
  }

  @Test
  void whatAPowerFailureInterruptsIsDoneWhenItOpensAgain() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node survivor = cluster.leader();
      survivor.write("one");
      Lineage before = survivor.replica().lineage();
      cluster.close();

      Storage storage = new Storage(survivor.folder);
      Storage.Origin begun = Takeover.begin(storage, before, survivor.member);
      assertEquals(2, Lineage.read(survivor.folder).orElseThrow().epoch());
      survivor.open();
      survivor.awaitTold("leads 2");
      assertEquals(List.of("one"), survivor.book.lines());
      assertEquals(Optional.of(begun.lineage()), Lineage.read(survivor.folder));
      assertFalse(Files.exists(storage.group(before.id())), "the old log is gone");
    }
  }

  @Test
  void whoLeavesIsReleasedAndJoinsEmpty() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node stays = cluster.leader();
      Node leaves = cluster.followers().get(0);
      stays.write("one");
      stays.replica().release(leaves.member.name()).get(10, SECONDS);
      assertEquals(List.of(stays.member), stays.replica().members());
      leaves.stop();
      stays.write("two");
      assertEquals(1, stays.replica().epoch());
      stays.replica().release(leaves.member.name()).get(10, SECONDS);

      Lineage.discard(leaves.folder);
      leaves.join(stays.replica().lineage());
      stays.replica().admit(leaves.member).get(10, SECONDS);
      leaves.awaitLines(List.of("one", "two"));
      assertEquals(2, stays.replica().members().size());
    }
  }

  @Test
  void whoDoesNotLeadReleasesNobody() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node leader = cluster.leader();
      Node follower = cluster.followers().get(0);
      CompletableFuture<Void> refused = follower.replica().release(leader.member.name());
      ExecutionException end =
          assertThrows(ExecutionException.class, () -> refused.get(10, SECONDS));
      assertInstanceOf(IOException.class, end.getCause());
      leader.write("still");
      assertEquals(2, leader.replica().members().size());
    }
  }

  @Test
  void whoWasAdmittedVotesAndLeads() throws Exception {
    try (Cluster cluster = Cluster.of(root, 2)) {
      cluster.found();
      Node survivor = cluster.leader();
      Node fenced = cluster.followers().get(0);
      fenced.stop();
      Lineage lineage = survivor.replica().continueAlone(fenced.member.name());
      survivor.awaitTold("leads 2");
      Lineage.discard(fenced.folder);
      fenced.join(lineage);
      survivor.replica().admit(fenced.member).get(10, SECONDS);
      survivor.replica().stepDown(Set.of(fenced.member.name())).get(10, SECONDS);
      fenced.awaitTold("leads 2");
      fenced.write("one");
      fenced.replica().stepDown(Set.of(survivor.member.name())).get(10, SECONDS);
      survivor.awaitTold("leads 2");
      assertEquals(List.of("one"), survivor.book.lines());
    }
  }
}

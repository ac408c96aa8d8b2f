package dev.drover.raft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of two, and what a survivor may do. */
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
      long start = System.nanoTime();
      Lineage lineage = survivor.replica().continueAlone(fenced.member.name());
      survivor.awaitTold("leads 2"); System.err.println("leads " + (System.nanoTime() - start) / 1_000_000);
      survivor.write("two");
      System.out.println("ALONE ms " + (System.nanoTime() - start) / 1_000_000);
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
}

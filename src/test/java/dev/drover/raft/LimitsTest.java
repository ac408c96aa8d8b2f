package dev.drover.raft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is too much, too long or impossible. */
@ResourceLock(Cluster.LOCK)
class LimitsTest {
  @TempDir Path root;

  @Test
  void anEntryThatIsTooLongIsRefused() throws Exception {
    try (Cluster cluster = Cluster.of(root, 1)) {
      cluster.found();
      Replica replica = cluster.leader().replica();
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> replica.append(new byte[(1 << 20) + 1]));
      assertEquals("an entry of `1048577` bytes: expected at most 1048576", refused.getMessage());
      assertTrue(replica.append(new byte[1 << 20]).get(10, SECONDS).index() > 0);
    }
  }

  @Test
  void aPortThatIsTakenIsToldAndTriedAgain() throws Exception {
    try (Cluster cluster = Cluster.of(root, 1)) {
      Node node = cluster.nodes.get(0);
      try (ServerSocket taken =
          new ServerSocket(node.member.port(), 1, InetAddress.getLoopbackAddress())) {
        IOException refused =
            assertThrows(IOException.class, () -> node.found(cluster.members()), taken::toString);
        assertTrue(
            refused
                .getMessage()
                .startsWith("replication cannot listen at `127.0.0.1:" + node.member.port() + "`"),
            refused::getMessage);
      }
      node.open();
      cluster.leader().write("one");
    }
  }

  @Test
  void appendsThatWaitAreBoundedInNumber() throws Exception {
    try (Cluster cluster = Cluster.of(root, 1)) {
      cluster.found();
      Node leader = cluster.leader();
      leader.book.held().lock();
      List<CompletableFuture<Applied>> waiting = new ArrayList<>();
      for (int i = 0; i < 256; i++) {
        waiting.add(leader.append("entry " + i));
      }
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> leader.append("more").get(10, SECONDS));
      assertInstanceOf(TooBusyException.class, refused.getCause());
      leader.book.held().unlock();
      for (CompletableFuture<Applied> one : waiting) {
        assertTrue(one.get(10, SECONDS).index() > 0);
      }
      leader.write("there is room again");
    }
  }

  @Test
  void anApplierThatThrowsEndsTheReplicationAndSaysSo() throws Exception {
    try (Cluster cluster = Cluster.of(root, 1)) {
      cluster.found();
      Node node = cluster.leader();
      node.write("one");
      CompletableFuture<Applied> poison = node.append("poison");
      assertThrows(ExecutionException.class, () -> poison.get(10, SECONDS));
      cluster.change.await("it says so", () -> node.recorder.failure().isPresent());
      assertEquals(
          "java.lang.IllegalStateException: poisoned", node.recorder.failure().orElseThrow());
      assertEquals("follows null", node.recorder.last());
    }
  }

  @Test
  void settingsAreChecked() {
    Settings usual = Settings.in(root);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Settings(
                    root,
                    usual.electionMin(),
                    Duration.ofMillis(500),
                    usual.stepDownWait(),
                    usual.snapshotEvery(),
                    usual.maxEntryBytes(),
                    usual.maxPending()));
    assertEquals("electionMax `PT0.5S`: expected more than the min", refused.getMessage());
    IllegalArgumentException port =
        assertThrows(IllegalArgumentException.class, () -> new Member("a", "host", 0, false));
    assertEquals("member `a`: port `0`: expected 1 to 65535", port.getMessage());
  }
}

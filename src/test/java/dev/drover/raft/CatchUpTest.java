package dev.drover.raft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A member that was away gets what it missed. */
@ResourceLock(Cluster.LOCK)
class CatchUpTest {
  @TempDir Path root;

  @Test
  void aRestartedMemberGetsWhatItMissedFromTheLog() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      Node away = cluster.followers().get(0);
      leader.write("one");
      away.awaitLines(List.of("one"));
      away.stop();
      leader.write("two");
      away.open();
      away.awaitLines(List.of("one", "two"));
      assertEquals(0, away.book.restored());
    }
  }

  @Test
  void aMemberThatWasAwayForLongGetsASnapshotAndTheOldLogIsGone() throws Exception {
    Cluster cluster = new Cluster(root, 90);
    for (int i = 0; i < 3; i++) {
      cluster.add(false);
    }
    try (cluster) {
      cluster.found();
      Node leader = cluster.leader();
      Node away = cluster.followers().get(0);
      away.stop();
      // more than one file of the log holds
      String padding = "x".repeat(100_000);
      List<CompletableFuture<Applied>> written = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        written.add(leader.append(i + padding));
      }
      for (CompletableFuture<Applied> one : written) {
        one.get(10, SECONDS);
      }
      Path log = group(leader).current();
      cluster.change.await("the old log goes", () -> !holdsFirstEntry(log));
      leader.write("last");
      away.open();
      cluster.change.await("it has the last", () -> away.book.lines().contains("last"));
      assertEquals(leader.book.lines(), away.book.lines());
      assertTrue(away.book.restored() > 0, "a snapshot was installed");
    }
  }

  @Test
  void aTornEndIsDropped() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      Node away = cluster.followers().get(0);
      leader.write("one");
      leader.write("two");
      away.awaitLines(List.of("one", "two"));
      away.stop();
      // an entry that a power failure cut off: its length, and little more
      SegmentReader.Found whole = new SegmentReader(openSegment(away)).read(Long.MAX_VALUE);
      byte[] bytes = Arrays.copyOf(Files.readAllBytes(openSegment(away)), whole.end() + 4096);
      bytes[whole.end()] = 100;
      bytes[whole.end() + 1] = 10;
      Files.write(openSegment(away), bytes);
      leader.write("three");
      away.open();
      away.awaitLines(List.of("one", "two", "three"));
    }
  }

  @Test
  void aDamagedLogIsRefusedAndItsMemberIsAdmittedEmpty() throws Exception {
    try (Cluster cluster = Cluster.of(root, 3)) {
      cluster.found();
      Node leader = cluster.leader();
      Node away = cluster.followers().get(0);
      leader.write("one");
      leader.write("two");
      away.awaitLines(List.of("one", "two"));
      away.stop();
      byte[] bytes = Files.readAllBytes(openSegment(away));
      bytes[indexOf(openSegment(away), "one")] ^= 1;
      Files.write(openSegment(away), bytes);
      DamagedException damaged = assertThrows(DamagedException.class, away::open);
      assertTrue(
          damaged.getMessage().contains("an entry does not fit its checksum"),
          damaged.getMessage());

      Lineage.discard(away.folder);
      away.join(leader.replica().lineage());
      leader.replica().admit(away.member).get(15, SECONDS);
      away.awaitLines(List.of("one", "two"));
      assertEquals(3, leader.replica().members().size());
      assertFalse(away.recorder.failure().isPresent());
      leader.stop();
      cluster.change.await("the old leader is gone", () -> leader.recorder.tenure().isEmpty());
      // its vote is needed now
      cluster.leader().write("three");
      away.awaitLines(List.of("one", "two", "three"));
    }
  }

  private static LogFolder group(Node node) throws Exception {
    Lineage lineage = Lineage.read(node.folder).orElseThrow();
    return new LogFolder(new Storage(node.folder).group(lineage.id()));
  }

  private static boolean holdsFirstEntry(Path log) {
    String[] files = Objects.requireNonNull(log.toFile().list());
    return Arrays.stream(files).anyMatch(file -> file.matches("log_(1-.*|inprogress_1)"));
  }

  private static Path openSegment(Node node) throws Exception {
    return group(node).current().resolve("log_inprogress_1");
  }

  private static int indexOf(Path file, String text) throws Exception {
    String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
    int found = bytes.indexOf(text);
    assertTrue(found > 0, text);
    return found;
  }
}

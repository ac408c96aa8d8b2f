package dev.drover.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Which history a folder belongs to. */
@ResourceLock(Cluster.LOCK)
class LineageTest {
  @TempDir Path root;

  @Test
  void foundersMakeTheSameAndSurvivorsDoNot() {
    Lineage first = Lineage.first("shop");
    assertEquals(first, Lineage.first("shop"));
    assertNotEquals(first, Lineage.first("other"));
    assertEquals(2, first.next("a").epoch());
    assertNotEquals(first.next("a"), first.next("b"));
    assertNotEquals(first.id(), first.next("a").id());
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Storage storage = new Storage(root.resolve("a"));
    assertEquals(Optional.empty(), storage.read());
    Storage.Origin origin =
        new Storage.Origin(
            Lineage.first("shop"),
            List.of(
                new Member("a", "10.0.0.1", 7000, false), new Member("w", "fd00::1", 7001, true)),
            new UUID(1, 2));
    storage.write(origin);
    assertEquals(Optional.of(origin), storage.read());
    assertEquals(Optional.of(origin.lineage()), Lineage.read(root.resolve("a")));
  }

  @Test
  void aDiscardLeavesNothing() throws Exception {
    Storage storage = new Storage(root);
    storage.write(new Storage.Origin(Lineage.first("shop"), List.of(), null));
    Files.createDirectories(storage.group(new UUID(1, 2)).resolve("current"));
    Lineage.discard(root);
    assertEquals(Optional.empty(), Lineage.read(root));
    assertFalse(Files.exists(storage.logs()));
    Lineage.discard(root);
  }

  @Test
  void whatIsNoLineageIsRefusedWithItsLine() throws Exception {
    Files.writeString(root.resolve("lineage"), "epoch 1\nsurprise\n");
    IOException refused = assertThrows(IOException.class, () -> Lineage.read(root));
    assertTrue(
        refused.getMessage().contains("lineage: at byte `0`: `surprise`: not a line of a lineage"),
        refused.getMessage());
    Files.writeString(root.resolve("lineage"), "epoch 1\nid " + new UUID(1, 2));
    IOException cut = assertThrows(IOException.class, () -> Lineage.read(root));
    assertTrue(cut.getMessage().contains("maybe the file is cut off"), cut.getMessage());
  }

  @Test
  void aFolderIsBegunOnceAndOpenedAfter() throws Exception {
    try (Cluster cluster = Cluster.of(root, 1)) {
      Node node = cluster.nodes.get(0);
      IOException empty = assertThrows(IOException.class, node::open);
      assertTrue(empty.getMessage().endsWith("no log; maybe found or join first"));
      cluster.found();
      cluster.leader().write("one");
      node.stop();
      IOException again = assertThrows(IOException.class, () -> node.join(Lineage.first("other")));
      assertTrue(again.getMessage().contains("holds a log of epoch `1` already"));
      node.open();
      node.awaitLines(List.of("one"));
    }
  }
}

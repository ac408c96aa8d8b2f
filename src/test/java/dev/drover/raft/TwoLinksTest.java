package dev.drover.raft;

import static dev.drover.waiting.Waiting.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Members with two addresses each. The first of each is a link that a test can cut, so that nobody
 * is told: it is held by a {@link Relay}, and the member itself listens at its second one only.
 */
@ResourceLock(Cluster.LOCK)
class TwoLinksTest {
  private static final String SECOND = "127.0.1.1";

  private final List<Relay> links = new ArrayList<>();

  @TempDir Path root;

  @AfterEach
  void end() throws IOException {
    for (Relay link : links) {
      link.close();
    }
  }

  private Cluster cluster(int count) throws Exception {
    Cluster cluster = Cluster.of(root, count);
    for (Node node : cluster.nodes) {
      cluster.nodes.forEach(other -> node.further(other.member, SECOND));
      links.add(new Relay("127.0.0.1", SECOND, node.member.port()));
    }
    return cluster;
  }

  private void cutFirst() {
    links.forEach(Relay::cut);
  }

  private static void writes(Cluster cluster, String line) {
    await()
        .atMost(20, SECONDS)
        .until(
            () -> {
              try {
                cluster.leader().append(line).get(5, SECONDS);
                return true;
              } catch (ExecutionException | TimeoutException e) {
                // leadership may change hands meanwhile
                return false;
              }
            });
    for (Node node : cluster.nodes) {
      cluster.change.await(
          node.member.name() + " has " + line, () -> node.book.lines().contains(line));
    }
  }

  @Test
  void aPairGoesOnOverTheSecondLink() throws Exception {
    try (Cluster cluster = cluster(2)) {
      cluster.found();
      cluster.leader().write("one");
      assertTrue(links.stream().anyMatch(link -> link.carried() > 0), "over the first link");
      cutFirst();
      writes(cluster, "two");
      assertEquals(1, cluster.leader().replica().epoch(), "nobody went on alone");
    }
  }

  @Test
  void ofThreeNobodyIsLeftOutWhenOneLosesItsFirstLink() throws Exception {
    try (Cluster cluster = cluster(3)) {
      cluster.found();
      cluster.leader().write("one");
      Node cut = cluster.followers().get(0);
      links.get(cluster.nodes.indexOf(cut)).cut();
      writes(cluster, "two");
    }
  }

  @Test
  void aLinkThatIsCutFromTheBeginningIsNoHindrance() throws Exception {
    try (Cluster cluster = cluster(2)) {
      cutFirst();
      cluster.found();
      writes(cluster, "one");
    }
  }

  @Test
  void whereAMemberDoesNotListenIsTold() throws Exception {
    try (Cluster cluster = cluster(2)) {
      cluster.found();
      Node node = cluster.leader();
      assertEquals(List.of("127.0.0.1:" + node.member.port()), node.replica().deaf());
    }
  }
}

package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Members whose copy of the log is damaged, counts no more, or is not reached. */
@ResourceLock(Ring.LOCK)
class LogTroubleTest {
  @TempDir Path folder;

  private Path log(String node) {
    return folder.resolve("data-" + node).resolve("log");
  }

  /** Writes over an entry that has others after it. */
  private void damage(String node) throws IOException {
    Path segment;
    try (Stream<Path> files = Files.walk(log(node))) {
      segment =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith("log_inprogress"))
              .findFirst()
              .orElseThrow();
    }
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {0x55, 0x55, 0x55, 0x55}), 20);
    }
  }

  private Ring running(Ring ring, String yaml, String... names) throws Exception {
    ring.start(names).configure(yaml);
    ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
    return ring;
  }

  @Test
  void ofThreeWhoseLogIsDamagedJoinsAgain() throws Exception {
    try (Ring ring =
        running(new Ring(folder, "a", "b", "c"), Scripts.WEB_AND_POWER_OF_THREE, "a", "b", "c")) {
      String follower = ring.coordinator().equals("b") ? "c" : "b";
      ring.kill(follower);
      damage(follower);
      long before = ring.count(follower + " follows");
      ring.start(follower);
      // made a member again or, where it is back before it is missed, given the log at once
      ring.until("it follows again", () -> ring.count(follower + " follows") > before);
      ring.inOrder("The log is set aside as", follower + " follows");
      assertTrue(Files.exists(log(follower).resolve("damaged-1/lineage")), "it is kept");
      ring.until("all are there", () -> ring.status().contains("Online: [ a b c ]"));
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void ofTwoWhoseLogIsDamagedIsFencedAndComesBack() throws Exception {
    try (Ring ring = running(new Ring(folder, "a", "b"), Scripts.WEB_AND_POWER, "a", "b")) {
      ring.kill("b");
      damage("b");
      // one that is back before that is given the whole log by the other, which leads still
      ring.until("nobody leads", () -> ring.leader().isEmpty());
      ring.start("b");
      ring.until("it is fenced", () -> ring.fenced().equals(List.of("b")));
      assertTrue(ring.said("`b` has lost its log, and its vote with it"), ring::said);
      ring.kill("b");
      ring.until("the other goes on", () -> ring.said("a goes on alone"));
      ring.start("b");
      ring.until("a member again", () -> ring.said("b is a member"));
      assertTrue(ring.runs("web", "a"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whoWasLetGoAndDoesNotKnowIsTold() throws Exception {
    try (Ring ring = running(new Ring(folder, "a", "b"), Scripts.WEB_AND_POWER, "a", "b")) {
      String leader = ring.coordinator();
      String other = ring.other(leader);
      ring.daemon(leader).member().replica().release(other).get(10, TimeUnit.SECONDS);
      ring.kill(other);
      ring.start(other);
      ring.until(
          "it is told",
          () -> ring.said("`" + leader + "` goes on without this member, which was let go before"));
      assertTrue(ring.daemon(other).broken().isDone(), "its process is to end");
      ring.kill(other);
      ring.start(other);
      ring.until("a member again", () -> ring.said(other + " is a member"));
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whoHearsALeaderWhoseLogDoesNotGetThereWorksForIt() throws Exception {
    try (Ring ring =
        running(
            new Ring(folder, "a", "b", "c").relayed(),
            Scripts.WEB_AND_POWER_OF_THREE,
            "a",
            "b",
            "c")) {
      String leader = ring.coordinator();
      String follower = leader.equals("a") ? "b" : "a";
      ring.cutReplication(follower);
      ring.until(
          "it works for the leader",
          () -> ring.said("` leads and is heard, but its log does not get here"));
      long monitored = ring.calls().stream().filter("monitor web a"::equals).count();
      ring.until(
          "web is monitored still",
          () -> ring.calls().stream().filter("monitor web a"::equals).count() > monitored + 5);
      assertFalse(ring.said("the majority is out of reach"), ring::said);
      assertTrue(ring.runs("web", "a"), ring::said);
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }
}

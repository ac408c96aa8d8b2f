package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Members that stop in good order: what they run goes elsewhere, and nobody is fenced. */
@ResourceLock(Ring.LOCK)
class LeavingTest {
  @TempDir Path folder;

  @Test
  void eitherOfAPairLeavesAndReturns() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      ring.start("a", "b").configure(Scripts.WEB_AND_POWER);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));

      String leader = ring.coordinator();
      String stays = ring.other(leader);
      ring.leave(leader);
      ring.until("web runs on the other", () -> ring.runs("web", stays));
      ring.inOrder(
          leader + " gives leadership away before it leaves", stays + " leads", "do_shutdown");
      assertTrue(ring.said(leader + " wants to leave"), ring::said);
      ring.until("it has settled", () -> ring.status().contains("OFFLINE: [ " + leader + " ]"));
      assertTrue(ring.status().contains("with quorum"), ring::status);

      ring.start(leader);
      ring.until("both again", () -> ring.status().contains("Online: [ a b ]"));
      ring.until("a member again", () -> ring.said(leader + " is a member"));
      String follower = ring.other(ring.coordinator());
      ring.leave(follower);
      ring.until("web runs", () -> ring.runs("web", ring.other(follower)));

      ring.leave(ring.other(follower));
      assertTrue(ring.calls().contains("stop web " + ring.other(follower)));
      long waits = ring.count("waiting for one of");
      ring.start(ring.other(follower));
      ring.until("it waits", () -> ring.count("waiting for one of") > waits);
      ring.start(follower);
      ring.until("web runs again", () -> ring.runs("web", "a"));
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void bothOfAPairLeaveAtOnce() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      ring.start("a", "b").configure(Scripts.WEB_AND_POWER);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.leaveTogether("a", "b");
      assertTrue(ring.count("gives leadership away before it leaves") <= 1, ring::said);
      assertTrue(ring.calls().contains("stop web a"), ring::said);
      ring.start("a", "b");
      ring.until("web runs again", () -> ring.runs("web", "a"));
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void allOfThreeLeaveAtOnce() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "c")) {
      ring.start("a", "b", "c").configure(Scripts.WEB_AND_POWER_OF_THREE);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.leaveTogether("a", "b", "c");
      assertTrue(ring.count("gives leadership away before it leaves") <= 2, ring::said);
      assertFalse(ring.anyRuns("web", "nobody"), ring::said);
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whereNobodyLeadsANodeStopsByItselfWhatItRuns() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      ring.start("a", "b").configure(Scripts.WEB_AND_POWER);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.breakFencing();
      ring.kill("b");
      ring.until("fencing was tried", () -> ring.said("fencing b failed"));
      ring.leave("a");
      ring.inOrder("nobody leads: a stops by itself what runs here", "stop of web on a done");
      assertFalse(ring.runs("web", "a"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whoeverIsCutOffFromTheMajorityLeavesAllTheSame() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "c")) {
      ring.start("a", "b", "c").configure(Scripts.WEB_AND_POWER_OF_THREE);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.kill("b");
      ring.kill("c");
      ring.until("it is cut off", () -> ring.said("the majority is out of reach"));
      ring.leave("a");
      assertFalse(ring.runs("web", "a"), ring::said);
      assertTrue(ring.said("nobody leads: a stops by itself"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void eitherOfThreeLeavesAndReturns() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "c")) {
      ring.start("a", "b", "c").configure(Scripts.WEB_AND_POWER_OF_THREE);
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      String leader = ring.coordinator();
      ring.leave(leader);
      ring.until("web runs", () -> ring.anyRuns("web", leader));
      ring.start(leader);
      ring.until("all again", () -> ring.status().contains("Online: [ a b c ]"));
      String follower = ring.coordinator().equals("a") ? "b" : "a";
      ring.leave(follower);
      ring.until("web runs", () -> ring.anyRuns("web", follower));
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }
}

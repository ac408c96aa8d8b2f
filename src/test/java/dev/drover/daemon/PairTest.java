package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two members with everything real but the machines, and what becomes of them without power. */
@ResourceLock(Ring.LOCK)
class PairTest {
  @TempDir Path folder;

  private Ring pair() throws Exception {
    Ring ring = new Ring(folder, "a", "b");
    ring.start("a", "b").configure(Scripts.WEB_AND_POWER);
    ring.until("web runs on a and is monitored", () -> ring.said("monitor of web on a done"));
    return ring;
  }

  @Test
  void eitherMemberMayLosePowerAndReturns() throws Exception {
    try (Ring ring = pair()) {
      String first = ring.coordinator();
      String second = ring.other(first);
      ring.kill(first);
      ring.until(
          "the other goes on alone",
          () ->
              ring.said(
                  "because peer is no longer part of the cluster; " + second + " goes on alone"));
      ring.until("web runs there", () -> ring.runs("web", second));
      assertEquals(List.of(first), ring.fenced());

      ring.start(first);
      ring.until("a member again", () -> ring.said(first + " is a member"));
      ring.until("online again", () -> ring.status().contains("Online: [ a b ]"));
      String leader = ring.coordinator();
      String follower = ring.other(leader);
      ring.kill(follower);
      ring.until("the leader runs web", () -> ring.runs("web", leader));
      ring.until("the follower is fenced", () -> ring.fenced().size() == 2);
      assertEquals(List.of(first, follower), ring.fenced());
      ring.until("it leads again", () -> ring.said("epoch 3"));
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  private Ring pairThatMakesRoom() throws Exception {
    Ring ring = new Ring(folder, "a", "b");
    ring.start("a", "b")
        .configure(
            Scripts.WEB_AND_POWER.replace(
                    "resources:",
                    "resources:\n  - {primitive: guest, agent: ocf:test:service, operations: {monitor: 1s}}")
                + """
                    - {colocate: guest, with: web, score: -INFINITY}
                    - {order: [stop guest, start web], symmetrical: false}
                  """);
    ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
    ring.until("guest is monitored", () -> ring.said("monitor of guest on b done"));
    return ring;
  }

  @Test
  void whatMustMakeRoomStopsWhileTheOtherIsBeingFenced() throws Exception {
    try (Ring ring = pairThatMakesRoom()) {
      ring.breakFencing();
      ring.kill("a");
      ring.until("guest makes room", () -> ring.calls().contains("stop guest b"));
      ring.until("fencing was tried", () -> ring.said("fencing a failed"));
      assertFalse(ring.calls().contains("start web b"), ring::said);
      ring.mendFencing();
      ring.until("web runs on b", () -> ring.runs("web", "b"));
      assertEquals(List.of("a"), ring.fenced());
      assertEquals(1, Collections.frequency(ring.calls(), "stop guest b"));
      String events = ring.events();
      assertTrue(events.contains("stop of guest on b: "), events);
      List<String> told =
          events
              .lines()
              .filter(line -> line.matches(".*(stop of guest on b|b goes on alone).*"))
              .map(
                  line ->
                      line.replaceFirst(".*(stop of guest on b( done)?|b goes on alone).*", "$1"))
              .toList();
      assertEquals(
          List.of("stop of guest on b", "stop of guest on b done", "b goes on alone"),
          told,
          events);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whatMadeRoomInVainStartsAgain() throws Exception {
    try (Ring ring = pairThatMakesRoom()) {
      ring.breakFencing();
      ring.kill("a");
      ring.until("guest makes room", () -> ring.calls().contains("stop guest b"));
      ring.start("a");
      ring.until("guest is back", () -> ring.runs("guest", "b"));
      assertTrue(ring.runs("web", "a"), ring::said);
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whoReturnsWhileItsFencingIsDelayedIsNotFenced() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      ring.start("a", "b")
          .configure(
              Scripts.WEB_AND_POWER.replace(
                  "{pcmk_host_list", "{pcmk_delay_base: 10min, pcmk_host_list"));
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.kill("b");
      ring.until("it is to be fenced", () -> ring.said("fence b: "));
      ring.start("b");
      ring.until("it is let be", () -> ring.said("fencing b failed: it is heard again"));
      ring.until("online again", () -> ring.status().contains("Online: [ a b ]"));
      ring.kill("b");
      ring.until("the next time it counts anew", () -> ring.count("fence b: ") > 1);
      assertEquals(List.of(), ring.fenced());
      assertEquals(0, ring.ask("fence-confirm", Map.of("node", "b")).exit());
      ring.until(
          "a goes on alone", () -> ring.said("ann confirms that b is down; a goes on alone"));
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void nothingStartsBeforeFencingIsMended() throws Exception {
    try (Ring ring = pair()) {
      ring.breakFencing();
      ring.kill("a");
      ring.until("fencing is tried again", () -> ring.count("fencing a failed") > 1);
      assertFalse(ring.calls().contains("start web b"), ring::said);
      assertTrue(ring.status().contains("quorum"), ring::status);
      assertFalse(ring.status().contains("with quorum"), "one of two alone has none");
      ring.mendFencing();
      ring.until("web is there", () -> ring.runs("web", "b"));
      assertEquals(List.of("a"), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void anOperatorsWordDoesForAFenceDevice() throws Exception {
    try (Ring ring = pair()) {
      ring.breakFencing();
      ring.kill("a");
      ring.until("fencing was tried", () -> ring.said("fencing a failed"));
      ring.powerOff("a");
      assertEquals(0, ring.ask("fence-confirm", Map.of("node", "a")).exit());
      ring.until("web runs on b", () -> ring.runs("web", "b"));
      ring.until("it is told", () -> ring.events().contains("ann confirms that a is down"));
      assertEquals(List.of(), ring.fenced());
      Letter.Answer wrong = ring.ask("fence-confirm", Map.of("node", "b"));
      assertEquals(65, wrong.exit());
      assertTrue(wrong.text().contains("`b` is heard: it is not down"), wrong::text);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whoeverIsOnlyKeptFromItsStorageMayStillGoOnAlone() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      Scripts.write(
          folder, "sbin/fence_fabric", Scripts.FENCE.replace("<action name=\"reboot\"/>", ""));
      ring.start("a", "b")
          .configure(Scripts.WEB_AND_POWER.replace("stonith:fence_ring", "stonith:fence_fabric"));
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      ring.kill("a");
      ring.until("a is kept out", () -> ring.fenced().equals(List.of("a")));
      ring.until(
          "it says what it waits for",
          () -> ring.said("this member does not go on alone: `a` has power still"));
      assertFalse(ring.said("b goes on alone"), ring::said);
      ring.powerOff("a");
      assertEquals(0, ring.ask("fence-confirm", Map.of("node", "a")).exit());
      ring.until("web runs on b", () -> ring.runs("web", "b"));
      assertTrue(ring.said("ann confirms that a is down; b goes on alone"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void nothingAcknowledgedIsLostWhenBothLosePower() throws Exception {
    try (Ring ring = pair()) {
      String index = ring.ask("config-index", Map.of()).text();
      String events = ring.events();
      Token before = ring.daemon("b").member().work().newest();
      ring.kill("a");
      ring.kill("b");
      ring.powerOff("a");
      ring.powerOff("b");
      ring.start("b");
      ring.until("it waits", () -> ring.said("waiting for one of [a]"));
      Token newest = ring.daemon("b").member().work().newest();
      assertTrue(newest.isSameTenure(before), newest + " is not forgotten: " + before);
      Letter.Answer refused = ring.ask("fence-confirm", Map.of("node", "a"));
      assertEquals(69, refused.exit());
      ring.start("a");
      ring.until("web runs again", () -> ring.runs("web", "a"));
      assertEquals(index, ring.ask("config-index", Map.of()).text());
      assertTrue(ring.events().startsWith(events), () -> ring.events() + "\nexpected\n" + events);
      assertEquals(List.of(), ring.fenced());
      assertEquals(List.of(), ring.mistakes());
    }
  }
}

package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Members without fence devices, with files in place of their watchdogs. */
@ResourceLock(Ring.LOCK)
class WatchdogsAloneTest {
  /** A node is counted on for 5 s, has reset itself within 25 s, and 28 s are waited. */
  private static final Duration RESET = Duration.ofSeconds(10);

  private static final String WATCHDOGS =
      Scripts.WEB_AND_POWER_OF_THREE
          .replaceFirst("(?s)  - primitive: power.*?\\n(?=constraints)", "")
          .replace("resources:", "options: {fencing-watchdog-timeout: -1}\nresources:");

  @TempDir Path folder;

  private Ring three() throws Exception {
    Ring ring = new Ring(folder, "a", "b", "c").waiting(Duration.ofSeconds(60)).watched(RESET);
    ring.start("a", "b", "c").configure(WATCHDOGS);
    ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
    for (String node : List.of("a", "b", "c")) {
      ring.until("it has promised", () -> ring.said(node + " resets itself within 25000 ms"));
    }
    return ring;
  }

  private static void assumeQuick(Ring ring) {
    assumeFalse(
        ring.said("all is not well"),
        "this machine is too busy: a daemon took nothing up for 5 s, which its watchdog does not allow");
  }

  /** Does to a machine what its watchdog would, if that had no sign of life for so long. */
  private static boolean isReset(Ring ring, String name) throws Exception {
    Instant last = Files.getLastModifiedTime(ring.watchdog(name)).toInstant();
    boolean isOver = last.plus(RESET).isBefore(Instant.now());
    if (isOver) {
      ring.powerOff(name);
    }
    return isOver;
  }

  @Test
  void whatRanOnALostNodeStartsElsewhereOnceItsWatchdogHasResetIt() throws Exception {
    try (Ring ring = three()) {
      assumeQuick(ring);
      ring.kill("a");
      Instant lost = Instant.now();
      ring.until("its watchdog resets it", () -> isReset(ring, "a"));
      assertFalse(ring.anyRuns("web", "a"), ring::said);
      ring.until("web runs elsewhere", () -> ring.anyRuns("web", "a"));
      assertTrue(
          Duration.between(lost, Instant.now()).compareTo(Duration.ofSeconds(28)) >= 0, ring::said);
      ring.inOrder(
          "no fence device is for a: nobody counts on it for 28000 ms",
          "fencing a (reboot) done: its watchdog has reset it",
          "start of web on");
      assertEquals(List.of(), ring.twice());
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void whoIsWithoutAMajorityIsFedNoMore() throws Exception {
    try (Ring ring = three()) {
      assumeQuick(ring);
      ring.kill("b");
      ring.kill("c");
      ring.until("nobody counts on a", () -> ring.said("no leader counts on this node any more"));
      ring.until("its watchdog resets it", () -> isReset(ring, "a"));
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void withTheOptionAtZeroEverybodyIsFree() throws Exception {
    try (Ring ring = three()) {
      assumeQuick(ring);
      ring.configure(WATCHDOGS.replace("-1", "0"));
      ring.until("all are free", () -> ring.count("lives on where no leader counts on it") == 3);
      ring.inOrder("nobody relies on the watchdog of", "lives on where no leader counts on it");
      assertEquals(List.of(), ring.mistakes());
    }
  }

  @Test
  void twoDoNotWaitForEachOthersWatchdogs() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b").watched(RESET)) {
      ring.start("a", "b")
          .configure(
              Scripts.WEB_AND_POWER.replace(
                  "resources:", "options: {fencing-watchdog-timeout: -1}\nresources:"));
      ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
      String why = "`fencing-watchdog-timeout` is without effect among 2 votes";
      ring.until("it is told", () -> ring.said(why));
      ring.breakFencing();
      ring.kill("a");
      ring.until("fencing was tried", () -> ring.said("fencing a failed"));
      ring.until("and why the watchdog does not do", () -> ring.said("broken; " + why));
      assertFalse(ring.said("once nobody counts on it"), ring::said);
      assertFalse(ring.runs("web", "b"), ring::said);
      assertEquals(List.of(), ring.mistakes());
    }
  }
}

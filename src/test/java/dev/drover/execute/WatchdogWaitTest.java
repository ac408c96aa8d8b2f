package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a watchdog is waited for, or why it is not. */
class WatchdogWaitTest {
  private static String refusal(long withinMs, long configuredMs) {
    WatchdogWait wait = WatchdogWait.of("b", withinMs, Duration.ofMillis(configuredMs));
    assertEquals(Duration.ZERO, wait.time());
    return wait.refusal();
  }

  @Test
  void lessThanZeroWaitsAsLongAsIsNeeded() {
    assertEquals(
        new WatchdogWait(Duration.ofSeconds(28), ""),
        WatchdogWait.of("b", 25_000, Duration.ofMillis(-1)));
  }

  @Test
  void whatIsConfiguredCountsWhereItIsEnough() {
    assertEquals(
        new WatchdogWait(Duration.ofSeconds(28), ""),
        WatchdogWait.of("b", 25_000, Duration.ofSeconds(28)));
    assertEquals(
        "`fencing-watchdog-timeout` is `27999` ms, expected 28000 or more: `b` resets itself within 25000 ms, and a leader may be late by 3000 ms. Maybe `-1` is meant, which waits as long as is needed",
        refusal(25_000, 27_999));
  }

  @Test
  void aNodeThatHasPromisedNothingIsNotFenced() {
    assertEquals(
        "no fence device is for `b`, and no watchdog of it is known. Maybe `watchdog` is missing in its site file",
        refusal(0, -1));
  }

  @Test
  void twoDoNotWaitForEachOtherAndThreeDo() {
    String refusal = WatchdogWait.tooFew(2);
    assertTrue(refusal.contains("each of two would wait for the other"), refusal);
    assertEquals("", WatchdogWait.tooFew(3));
  }
}

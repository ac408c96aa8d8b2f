package dev.drover.net;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsGrowToTheLimitAndBeginAgain() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350), new Random(7));
    for (int whole : new int[] {100, 200, 350, 350, 350}) {
      between(whole, backoff.next());
    }
    backoff.reset();
    between(100, backoff.next());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random(7)));
  }

  private static void between(int whole, Duration found) {
    assertTrue(found.toMillis() >= whole / 2 && found.toMillis() <= whole, found.toString());
  }
}

package dev.drover.daemon;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Rehearsal.Pace PACE =
      new Rehearsal.Pace(3, MOMENT, Duration.ofHours(1), Duration.ofMillis(250));

  private final Loop loop =
      new Loop("rehearsal", new Journal(new PrintWriter(Writer.nullWriter())));
  private final AtomicInteger decided = new AtomicInteger();
  private volatile Instant now = Instant.EPOCH;

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void decidesOftenAtFirstWhoeverLeads() throws InterruptedException {
    rehearsal(true, Duration.ZERO).begin();

    await().until(() -> decided.get() == 3);
    pass();
    assertEquals(3, decided.get());
  }

  @Test
  void onceIsEnoughForWhatTakesLong() throws InterruptedException {
    rehearsal(false, Duration.ofMillis(250)).begin();

    await().until(() -> decided.get() == 1);
    pass();
    assertEquals(1, decided.get());
  }

  @Test
  void decidesOnceForManyChanges() throws InterruptedException {
    Rehearsal rehearsal = rehearsal(false, Duration.ZERO);
    loop.execute(
        () -> {
          rehearsal.soon();
          rehearsal.soon();
        });

    await().until(() -> decided.get() == 1);
    pass();
    assertEquals(1, decided.get());
  }

  @Test
  void whoLeadsDecidesAboutChangesAnyway() throws InterruptedException {
    loop.execute(rehearsal(true, Duration.ZERO)::soon);

    pass();
    assertEquals(0, decided.get());
  }

  private Rehearsal rehearsal(boolean leads, Duration takes) {
    return new Rehearsal(
        loop,
        () -> now,
        () -> leads,
        () -> {
          decided.incrementAndGet();
          now = now.plus(takes);
        },
        PACE);
  }

  /** Until all is over that the loop had before it, also what it was to do some moments later. */
  private void pass() throws InterruptedException {
    CountDownLatch passed = new CountDownLatch(1);
    loop.execute(() -> loop.after(MOMENT.multipliedBy(20), passed::countDown));
    assertTrue(passed.await(10, TimeUnit.SECONDS));
  }
}

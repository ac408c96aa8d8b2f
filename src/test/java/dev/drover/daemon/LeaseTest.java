package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.FakeTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long a node may be counted on, and what outlives its process. */
class LeaseTest {
  private static final Duration LENGTH = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final FakeTime clock = new FakeTime();
  private final Moments moments = new Moments(clock, new Random(1));
  private final Lease lease = new Lease(moments, LENGTH);

  @Test
  void aLeaseThatNobodyGaveDoesNotHold() {
    assertFalse(lease.holds());
    lease.begin();
    assertTrue(lease.holds());
    clock.pass(5000);
    assertTrue(lease.holds(), "it has that long");
    clock.pass(1);
    assertFalse(lease.holds());
  }

  @Test
  void itEndsThatLongAfterItWasAskedForHoweverLateTheAnswerIs() {
    long asked = moments.now();
    clock.pass(4000);
    assertTrue(lease.renew(asked));
    clock.pass(1000);
    assertTrue(lease.holds());
    clock.pass(1);
    assertFalse(lease.holds());
  }

  @Test
  void anAnswerThatIsTooOldOrOvertakenGivesNothing() {
    long early = moments.now();
    clock.pass(1000);
    assertTrue(lease.renew(moments.now()));
    assertFalse(lease.renew(early), "what was asked later was answered before");
    long late = moments.now();
    clock.pass(6000);
    assertFalse(lease.renew(late));
    assertFalse(lease.holds());
  }

  @Test
  void numbersOfAnotherProcessAreNoMoments() {
    Moments other = new Moments(clock, new Random(2));
    assertFalse(lease.renew(other.now()));
    assertFalse(lease.renew(moments.now() + 1), "nor is what has not come yet");
    assertFalse(lease.renew(0));
  }

  @Test
  void aPromiseOutlivesTheProcessAndNotTheBoot() throws Exception {
    Path file = folder.resolve("resets-itself");
    Pledge pledge = new Pledge(file, "boot-1");
    assertFalse(pledge.isGiven());
    pledge.give();
    assertTrue(new Pledge(file, "boot-1").isGiven());
    assertFalse(new Pledge(file, "boot-2").isGiven());
    pledge.give();
    pledge.takeBack();
    pledge.takeBack();
    assertFalse(pledge.isGiven());
    assertFalse(Files.exists(file));
  }

  @Test
  void whatCannotBeReadCountsAsAPromise() throws Exception {
    Path file = Files.createDirectory(folder.resolve("resets-itself"));
    assertTrue(new Pledge(file, "boot-1").isGiven());
    assertTrue(Files.isDirectory(file));
  }
}

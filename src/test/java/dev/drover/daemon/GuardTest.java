package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.Desk;
import dev.drover.agent.RecurringMonitors;
import dev.drover.agent.fence.FakeTime;
import dev.drover.agent.fence.WatchdogFacts;
import dev.drover.agent.watch.PretendedProcesses;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that has promised to reset itself, with a file in place of its watchdog. */
class GuardTest {
  /** A sign each second, a lease of 5 s, and reset within 25 s. */
  private static final WatchdogFacts FACTS =
      new WatchdogFacts(Optional.of(Duration.ofSeconds(10)), false);

  private static final Token LEADER = new Token(1, 4, 0);
  private static final Token NEXT = new Token(1, 5, 0);

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private final Journal journal = new Journal(new PrintWriter(said, true));
  private final FakeTime clock = new FakeTime();
  private final Moments moments = new Moments(clock, new Random(1));
  private final List<Letter.Here> answers = new ArrayList<>();
  private Path device;
  private Guard guard;
  private Duty duty;
  private boolean follows = true;
  private long number;

  private Guard guard() {
    return new Guard(
        patience -> () -> true,
        () -> false,
        new Pledge(folder.resolve("promise"), "boot"),
        moments,
        journal,
        clock);
  }

  private Duty duty() {
    Desk desk =
        new Desk(
            "a",
            "a-1",
            (call, ended) -> () -> {},
            new RecurringMonitors(Executors.newSingleThreadScheduledExecutor()),
            new ProcessWatch(new PretendedProcesses(), new FakeTime(), Duration.ZERO),
            Runnable::run,
            told -> {});
    return new Duty(
        "a",
        () -> desk,
        guard,
        moments,
        (leader, token) -> follows,
        (to, letter) -> answers.add((Letter.Here) letter));
  }

  /** A process on the same machine, with the same disk. */
  private void start() throws Exception {
    guard = guard();
    duty = duty();
    guard.arm(device, FACTS);
  }

  @BeforeEach
  void begin() throws Exception {
    device = Files.createFile(folder.resolve("watchdog"));
    start();
  }

  private void counted(Token token, long answered, boolean demanded) {
    duty.read("b", new Letter.Counted(token, ++number, answered, demanded));
  }

  private Letter.Here last() {
    return answers.get(answers.size() - 1);
  }

  private void promise() {
    counted(LEADER, 0, true);
    counted(LEADER, last().number(), true);
  }

  private long signs() throws Exception {
    return Files.size(device);
  }

  @Test
  void withoutAPromiseNoLeaderIsNeeded() throws Exception {
    clock.pass(60_000);
    assertEquals(61, signs());
  }

  @Test
  void aNodePromisesOnlyOnceItIsCountedOnAndWritesItDownFirst() {
    counted(LEADER, 0, true);
    assertFalse(last().promised(), "a node that is being fenced still may get such a letter");
    assertEquals(25_000, last().withinMs());
    counted(LEADER, last().number(), true);
    assertTrue(last().promised());
    assertTrue(Files.exists(folder.resolve("promise")));
    assertEquals(number, last().answers());
  }

  @Test
  void theDeviceIsFedForAsLongAsALeaderCountsOnTheNode() throws Exception {
    promise();
    for (int beat = 0; beat < 20; beat++) {
      clock.pass(500);
      counted(LEADER, last().number(), true);
    }
    assertEquals(11, signs());
    clock.pass(5_000);
    assertEquals(15, signs(), "the last answer was to a letter of half a second before");
    counted(LEADER, moments.now(), true);
    clock.pass(60_000);
    assertEquals(15, signs(), "once is for ever");
    assertTrue(said.toString().contains("no leader counts on this node any more"), said::toString);
  }

  @Test
  void lettersThatDoNotCountOnTheNodeDoNotPutItOff() throws Exception {
    promise();
    for (int beat = 0; beat < 20; beat++) {
      clock.pass(500);
      counted(LEADER, 0, true);
    }
    assertEquals(6, signs());
  }

  @Test
  void aDaemonThatStartsAnewFeedsNothingBeforeItIsCountedOn() throws Exception {
    promise();
    clock.pass(1_000);
    guard.close();
    Files.write(device, new byte[0]);
    start();
    clock.pass(4_000);
    assertEquals(0, signs());
    duty.read("b", new Letter.Lead(LEADER));
    assertTrue(last().promised(), "the leader has to know at once");
    counted(LEADER, 0, true);
    assertEquals(0, signs());
    counted(LEADER, last().number(), true);
    assertEquals(1, signs());
  }

  @Test
  void whoIsReleasedLivesOn() throws Exception {
    promise();
    counted(LEADER, last().number(), false);
    assertFalse(last().promised());
    assertFalse(Files.exists(folder.resolve("promise")));
    clock.pass(60_000);
    assertEquals(61, signs());
  }

  @Test
  void anOldLetterReleasesNobody() {
    counted(NEXT, 0, true);
    counted(NEXT, last().number(), true);
    int answered = answers.size();
    counted(LEADER, last().number(), false);
    duty.read("b", new Letter.Counted(NEXT, 1, last().number(), false));
    assertTrue(guard.hasPromised());
    assertEquals(answered, answers.size());
  }

  @Test
  void whoFollowsAnotherGivesTheLeaderNoProof() {
    follows = false;
    counted(LEADER, 0, true);
    assertEquals(0, last().answers());
  }

  @Test
  void aWatchdogOfUnknownTimeoutPromisesNothing() throws Exception {
    guard = guard();
    duty = duty();
    guard.arm(device, new WatchdogFacts(Optional.empty(), false));
    promise();
    assertEquals(0, last().withinMs());
    assertFalse(last().promised());
  }
}

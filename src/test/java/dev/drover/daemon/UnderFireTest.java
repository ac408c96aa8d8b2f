package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drover.raft.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configuration is changed all the time while members are killed in turn: no acknowledged
 * change is lost, and none changes its place.
 */
class UnderFireTest {
  private static final String LONG = "drover.fire";
  private static final List<String> NAMES = List.of("a", "b", "c");

  /**
   * Changes a minute by editor: one works, and another comes between now and then. More than a
   * thousand are asked for, because those that a kill interrupts are not known to be made.
   */
  private static final Map<String, Integer> EDITORS = Map.of("x", 1040, "y", 60);

  private static final int A_MINUTE = 1000;
  private static final int LEAST_KILLS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** From a member's death to its start. */
  private static final Duration DOWN = Duration.ofSeconds(2);

  @TempDir Path folder;

  @Test
  void nothingIsLostWithinTwentySeconds() throws Exception {
    // a busy machine makes fewer, which is no fault
    run(Duration.ofSeconds(20), Duration.ofSeconds(3), A_MINUTE / 20);
  }

  @Test
  void nothingIsLostWithinFiveMinutes() throws Exception {
    boolean wanted = Boolean.getBoolean(LONG);
    if (!wanted) {
      System.out.println(
          "five minutes under fire are skipped: mvn -Dfast test -D"
              + LONG
              + " -Dtest=UnderFireTest");
    }
    assumeTrue(wanted, "-D" + LONG + " is not given");
    run(Duration.ofMinutes(5), Duration.ofSeconds(8), 5 * A_MINUTE);
  }

  /**
   * Kills for that time, each one a rest after the one before is back.
   *
   * @param least so many changes are acknowledged meanwhile, or it was no fire
   */
  private void run(Duration time, Duration rest, int least) throws Exception {
    History history = new History();
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(EDITORS.size());
    try (Machines machines = new Machines(folder, NAMES);
        Conversation first = machines.open();
        Conversation second = machines.open();
        Conversation observer = machines.open()) {
      for (String name : NAMES) {
        machines.start(name);
      }
      awaitAll(observer, machines);
      List<Editor> editors =
          List.of(new Editor("x", first, history), new Editor("y", second, history));
      long begin = System.nanoTime();
      // late changes are made up for, so that an election does not lower the rate
      editors.forEach(
          editor -> {
            long each = TimeUnit.MINUTES.toNanos(1) / EDITORS.get(editor.name());
            clock.scheduleAtFixedRate(editor::change, 0, each, TimeUnit.NANOSECONDS);
          });
      int kills = 0;
      // on a busy machine a single death may take the whole time
      while (System.nanoTime() - begin < time.toNanos() || kills < LEAST_KILLS) {
        String victim = NAMES.get(kills % NAMES.size());
        pause(rest);
        machines.kill(victim);
        kills++;
        pause(DOWN);
        machines.start(victim);
        awaitAll(observer, machines);
      }
      double minutes = (System.nanoTime() - begin) / 60e9;
      clock.shutdown();
      assertTrue(clock.awaitTermination(2, TimeUnit.MINUTES), "the editors do not end");
      judge(history, Editor.changes(observer.ask("config-show", Map.of()).text()));
      int unsure = editors.stream().mapToInt(Editor::unsure).sum();
      System.out.printf(
          "under fire for %.1f minutes: %d kills, %d changes acknowledged (%.0f a minute), %d unsure, 0 lost%n",
          minutes, kills, history.size(), history.size() / minutes, unsure);
      assertTrue(history.size() >= least, "too few changes: " + history.size());
    } finally {
      clock.shutdownNow();
    }
  }

  private static void judge(History history, List<String> changes) {
    assertEquals(List.of(), history.problemsOf(changes));
  }

  /** Waits until all members hear each other and one of them leads. */
  private static void awaitAll(Conversation observer, Machines machines)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!areAllThere(observer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the members do not come together\n" + machines.said());
      }
      pause(Duration.ofMillis(500));
    }
  }

  private static boolean areAllThere(Conversation observer) {
    try {
      String status = observer.ask("status", Map.of("as", "json")).text();
      return !status.contains("not reached") && status.contains("coordinates");
    } catch (IOException nobody) {
      return false;
    }
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}

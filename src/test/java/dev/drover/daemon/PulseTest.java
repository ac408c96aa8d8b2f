package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.Timer;
import dev.drover.agent.fence.WatchdogFacts;
import dev.drover.agent.process.Processes;
import dev.drover.net.SteadyTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs of life come only from a loop that takes something up. */
class PulseTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final StringWriter said = new StringWriter();
  private final Journal journal = new Journal(new PrintWriter(said, true));
  private Instant now = Instant.EPOCH;

  private void takeUp() {
    while (!loop.isEmpty()) {
      loop.remove().run();
    }
  }

  @Test
  void aLoopThatAnswersLives() {
    Pulse pulse = new Pulse(loop::add, () -> now, SECOND);
    for (int i = 0; i < 3; i++) {
      assertTrue(pulse.getAsBoolean());
      takeUp();
      now = now.plusSeconds(5);
    }
  }

  @Test
  void aLoopThatIsBusyTooLongDoesNotLive() {
    Pulse pulse = new Pulse(loop::add, () -> now, SECOND);
    assertTrue(pulse.getAsBoolean());
    now = now.plusMillis(1000);
    assertTrue(pulse.getAsBoolean(), "it has that long");
    now = now.plusMillis(1);
    assertFalse(pulse.getAsBoolean());
    assertEquals(1, loop.size(), "it is asked once");
    takeUp();
    assertTrue(pulse.getAsBoolean(), "it is back");
  }

  @Test
  void systemdIsToldOfReadinessAndOfLifeOnly() {
    List<String> told = new ArrayList<>();
    Processes programs =
        (program, ended) -> {
          told.add(program.command().get(1));
          assertEquals("/run/notify", program.environment().get("NOTIFY_SOCKET"));
          return () -> {};
        };
    Deque<Runnable> later = new ArrayDeque<>();
    Timer timer =
        new Timer() {
          @Override
          public Duration now() {
            return Duration.ZERO;
          }

          @Override
          public void after(Duration delay, Runnable task) {
            assertEquals(Duration.ofMillis(7500), delay);
            later.add(task);
          }
        };
    boolean[] lives = {true};
    BooleanSupplier pulse = () -> lives[0];
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", "/run/notify", "WATCHDOG_USEC", "30000000");
    new ServiceManager(environment, programs, timer, journal).begin(patience -> pulse);
    later.remove().run();
    assertEquals(List.of("--ready", "WATCHDOG=1"), told);
    lives[0] = false;
    later.remove().run();
    later.remove().run();
    assertEquals(2, told.size());
    assertEquals(1, said.toString().lines().count(), "it is told once");
    lives[0] = true;
    later.remove().run();
    assertEquals(3, told.size());
  }

  @Test
  void theWatchdogIsStoppedOnlyWhereNothingRuns() throws Exception {
    WatchdogFacts facts = new WatchdogFacts(Optional.of(Duration.ofHours(1)), false);
    for (boolean hasLeft : new boolean[] {true, false}) {
      Path device = Files.createFile(folder.resolve("watchdog-" + hasLeft));
      Moments moments = new Moments(new SteadyTime(), new Random());
      Guard guard =
          new Guard(patience -> () -> true, () -> hasLeft, Pledge.in(folder), moments, journal);
      guard.arm(device, facts);
      guard.close();
      assertEquals(hasLeft, Files.readString(device).endsWith("V"), said.toString());
    }
    assertTrue(said.toString().contains("stays armed"), said.toString());
  }
}

package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Shell;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The machine's own time. */
class MachineTimerTest {
  private static final Duration SOON = Duration.ofMillis(20);

  @Test
  void taskIsRunWhenItIsDueAndNotBefore() {
    try (MachineTimer timer = new MachineTimer()) {
      Duration began = timer.now();
      CompletableFuture<Duration> ran = new CompletableFuture<>();
      timer.after(SOON, () -> ran.complete(timer.now()));
      Duration waited = Shell.soon(ran).minus(began);
      assertTrue(waited.compareTo(SOON) >= 0, waited.toString());
    }
  }

  @Test
  void taskThatFailsDoesNotKeepOthersFromRunning() {
    try (MachineTimer timer = new MachineTimer()) {
      CompletableFuture<Boolean> ran = new CompletableFuture<>();
      timer.after(
          Duration.ZERO,
          () -> {
            throw new IllegalStateException("broken");
          });
      timer.after(SOON, () -> ran.complete(true));
      assertTrue(Shell.soon(ran));
    }
  }

  @Test
  void nothingIsRunAfterTheEnd() {
    MachineTimer timer = new MachineTimer();
    timer.close();
    AtomicBoolean ran = new AtomicBoolean();
    timer.after(Duration.ZERO, () -> ran.set(true));
    assertFalse(ran.get());
  }
}

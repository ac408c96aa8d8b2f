package dev.drover.lab;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.fence.Watchdog;
import dev.drover.agent.fence.WatchdogFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lab's watchdog, {@code bin/watchdog}, told by what tells real ones: it ends when it was not
 * fed within its time.
 */
class WatchdogDeviceTest {
  private static final WatchdogFacts FACTS =
      new WatchdogFacts(Optional.of(Duration.ofSeconds(2)), false);

  @TempDir private Path folder;
  private final MachineTimer timer = new MachineTimer();
  private final AtomicBoolean well = new AtomicBoolean(true);
  private Process device;

  @BeforeEach
  void start() throws Exception {
    Program.needPython();
    device =
        new ProcessBuilder("src/test/lab/bin/watchdog", fifo().toString(), "2")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(
        "ready\n", new String(device.getInputStream().readNBytes(6), StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    timer.close();
    if (device != null) {
      device.destroyForcibly();
    }
  }

  @Test
  void firesOnceNobodyFeedsItWhoeverDidBefore() throws Exception {
    arm().fire();
    arm();
    assertFalse(device.waitFor(3, SECONDS), "the second process fed it");
    well.set(false);
    assertTrue(device.waitFor(20, SECONDS), "nobody fed it");
    assertEquals(0, device.exitValue());
  }

  @Test
  void doesNothingAfterTheLetter() throws Exception {
    assertTrue(arm().disarm());
    assertFalse(device.waitFor(3, SECONDS), "it was stopped");
  }

  private Path fifo() {
    return folder.resolve("watchdog");
  }

  private Watchdog arm() throws Exception {
    return Watchdog.arm(fifo(), FACTS, Duration.ofMillis(100), well::get, timer, words -> {});
  }
}

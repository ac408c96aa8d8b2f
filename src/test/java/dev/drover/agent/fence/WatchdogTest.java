package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watchdog, with a file in its place that keeps all signs it was given. */
class WatchdogTest {
  private static final WatchdogFacts USUAL =
      new WatchdogFacts(Optional.of(Duration.ofSeconds(60)), false);
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private final AtomicBoolean well = new AtomicBoolean(true);
  private final List<String> told = new ArrayList<>();
  private Path device;

  @BeforeEach
  void makeDevice() throws IOException {
    device = Files.createFile(folder.resolve("watchdog"));
  }

  @Test
  void armedWatchdogGetsASignAtOnceAndAtEachInterval() throws Exception {
    Watchdog watchdog = arm(device, USUAL);
    assertArrayEquals(new byte[] {0}, signs());
    time.pass(Duration.ofSeconds(30));
    assertArrayEquals(new byte[] {0, 0, 0, 0}, signs());
    assertEquals(Duration.ofSeconds(60), watchdog.timeout());
  }

  @Test
  void nodeThatIsNotWellGetsNoSignAnyMoreEvenIfItRecovers() throws Exception {
    arm(device, USUAL);
    well.set(false);
    time.pass(INTERVAL);
    well.set(true);
    time.passAll();
    assertArrayEquals(new byte[] {0}, signs());
    assertEquals(List.of("all is not well: the watchdog gets no sign of life any more"), told);
  }

  @Test
  void watchdogThatIsToFireIsClosedWithoutTheLetter() throws Exception {
    Watchdog watchdog = arm(device, USUAL);
    watchdog.fire();
    time.passAll();
    assertArrayEquals(new byte[] {0}, signs());
    assertFalse(watchdog.disarm(), "nothing stops it any more");
    assertArrayEquals(new byte[] {0}, signs());
  }

  @Test
  void letterStopsTheWatchdogOfANodeThatLeavesInGoodOrder() throws Exception {
    assertTrue(arm(device, USUAL).disarm());
    time.passAll();
    assertArrayEquals(new byte[] {0, 'V'}, signs());
  }

  @Test
  void watchdogWithoutWayOutSaysThatItWillFire() throws Exception {
    assertFalse(arm(device, new WatchdogFacts(Optional.empty(), true)).disarm());
  }

  @Test
  void missingWatchdogIsExplained() {
    Path missing = folder.resolve("none");
    assertEquals(
        "there is no watchdog `"
            + missing
            + "`. Maybe its driver is not loaded; `softdog` works everywhere",
        refusal(missing, USUAL));
    assertFalse(Files.exists(missing));
  }

  @Test
  void watchdogThatIsTooQuickIsNotArmed() throws Exception {
    WatchdogFacts quick = new WatchdogFacts(Optional.of(Duration.ofSeconds(15)), false);
    assertEquals(
        "a sign of life each 10000 ms is not right for the watchdog `"
            + device
            + "`: expected 2 or more within its timeout of 15000 ms",
        refusal(device, quick));
    assertArrayEquals(new byte[] {}, signs());
  }

  @Test
  void watchdogThatCannotBeOpenedIsExplained() {
    String refusal = refusal(folder, USUAL);
    assertTrue(
        refusal.matches("the watchdog `.*` cannot be opened: .*\\. Maybe another program has it"),
        refusal);
  }

  @Test
  void factsAreReadFromTheKernelsFiles() throws IOException {
    assertEquals(new WatchdogFacts(Optional.empty(), false), WatchdogFacts.in(folder));
    Files.writeString(folder.resolve("timeout"), "60\n");
    Files.writeString(folder.resolve("nowayout"), "1\n");
    assertEquals(
        new WatchdogFacts(Optional.of(Duration.ofSeconds(60)), true), WatchdogFacts.in(folder));
  }

  private Watchdog arm(Path file, WatchdogFacts facts) throws NoWatchdogException {
    return Watchdog.arm(file, facts, INTERVAL, well::get, time, told::add);
  }

  private String refusal(Path file, WatchdogFacts facts) {
    return String.valueOf(
        assertThrows(NoWatchdogException.class, () -> arm(file, facts)).getMessage());
  }

  private byte[] signs() throws IOException {
    return Files.readAllBytes(device);
  }
}

package dev.drover.demo;

import static dev.drover.waiting.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Program;
import dev.drover.agent.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power switch, with nodes that are shells. */
class MachinesTest {
  /** Leaves a process without a parent, in a session of its own, and stays. */
  private static final List<String> DAEMON =
      List.of("/bin/sh", "-c", "(setsid sleep 1000 &); exec sleep 1000", "daemon");

  @TempDir Path temporary;

  private final Supervisor programs = new Supervisor(new Limits(8, 8, 4096, Duration.ofSeconds(1)));
  private DemoFolder folder;
  private Machines machines;

  @BeforeEach
  void make() throws IOException {
    Traces.assumeThatNodesCanRun();
    folder = new DemoFolder(temporary.toRealPath());
    Files.createDirectories(folder.node("pcmk1"));
    Files.createFile(folder.site("pcmk1"));
    folder.writePrograms();
    machines = new Machines(folder, DAEMON, programs, node -> {});
  }

  @AfterEach
  void end() throws IOException {
    if (machines != null) {
      machines.off("pcmk1");
    }
    programs.close();
  }

  @Test
  void offKillsEvenWhatHasLostItsParent() throws Exception {
    machines.start("pcmk1");
    until("both processes are there", () -> count() == 2);
    machines.off("pcmk1");
    assertEquals(0, count());
    assertFalse(machines.isOn("pcmk1"));
  }

  @Test
  void whatIsFrozenCanStillBeKilled() throws Exception {
    machines.start("pcmk1");
    until("both processes are there", () -> count() == 2);
    machines.freeze("pcmk1");
    assertEquals(2, count());
    assertTrue(machines.isOn("pcmk1"));
    machines.off("pcmk1");
    assertEquals(0, count());
  }

  @Test
  void whatIsOnIsNotStartedAgain() throws Exception {
    machines.start("pcmk1");
    IOException refused = assertThrows(IOException.class, () -> machines.start("pcmk1"));
    assertEquals("`pcmk1` is on already", refused.getMessage());
  }

  @Test
  void whoeverIsNoNodeIsNotKilled() {
    IOException refused = assertThrows(IOException.class, () -> machines.off("pcmk9"));
    assertEquals("off pcmk9: found `pcmk9`, expected a node of the demo", refused.getMessage());
  }

  @Test
  void theGuardEndsWhatAKilledDemoLeaves() throws Exception {
    machines.start("pcmk1");
    until("both processes are there", () -> count() == 2);
    Process demo = new ProcessBuilder("/bin/sleep", "1000").start();
    String guard = folder.program("guard").toString();
    CountDownLatch ended = new CountDownLatch(1);
    programs.start(
        new Program(
            List.of(guard, Long.toString(demo.pid()), "keep"),
            Map.of("PATH", Program.PATH),
            "",
            Duration.ofMinutes(1)),
        end -> ended.countDown());
    assertEquals(2, count());
    demo.destroyForcibly().waitFor();
    assertTrue(ended.await(20, TimeUnit.SECONDS), "the guard does its work");
    assertEquals(0, count());
  }

  private int count() {
    return Traces.of(folder.nodes()).size();
  }

  private static void until(String what, BooleanSupplier holds) {
    await(what).atMost(Duration.ofSeconds(20)).until(holds::getAsBoolean);
  }
}

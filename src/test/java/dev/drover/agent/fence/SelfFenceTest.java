package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node does to itself, with a file in place of the kernel's. */
class SelfFenceTest {
  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void kernelGetsTheKey() throws IOException {
    Path kernel = Files.createFile(folder.resolve("sysrq"));
    assertTrue(run(kernel, List.of(), FenceAction.REBOOT).begun());
    assertEquals("b", Files.readString(kernel));
    Files.writeString(kernel, "");
    assertTrue(run(kernel, List.of(), FenceAction.OFF).begun());
    assertEquals("o", Files.readString(kernel));
  }

  @Test
  void commandIsRunWhereTheKernelRefuses() throws IOException {
    Path missing = folder.resolve("none");
    Path done = folder.resolve("done");
    SelfFence.Outcome outcome =
        run(missing, List.of("/bin/sh", "-c", "echo off >" + done), FenceAction.OFF);
    assertTrue(outcome.begun(), outcome.reason());
    assertEquals("off\n", Files.readString(done));
    assertFalse(Files.exists(missing), "a file that is missing is not made");
  }

  @Test
  void reasonTellsAllThatFailed() {
    Path missing = folder.resolve("none");
    assertEquals(
        "`" + missing + "` cannot be written: " + missing + "; no command is configured for it",
        run(missing, List.of(), FenceAction.OFF).reason());
    SelfFence.Outcome outcome =
        run(missing, List.of("/bin/sh", "-c", "echo denied >&2; exit 3"), FenceAction.OFF);
    assertFalse(outcome.begun());
    assertTrue(outcome.reason().endsWith("; `/bin/sh` failed: EXITED 3 denied"), outcome.reason());
  }

  @Test
  void nothingElseIsDone() {
    assertEquals(
        new SelfFence.Outcome(false, "a node cannot do `on` to itself: expected `reboot` or `off`"),
        run(folder.resolve("none"), List.of(), FenceAction.ON));
  }

  private SelfFence.Outcome run(Path kernel, List<String> off, FenceAction action) {
    SelfFence self = new SelfFence(kernel, Map.of(FenceAction.OFF, off), supervisor);
    return Shell.soon(self.run(action));
  }
}

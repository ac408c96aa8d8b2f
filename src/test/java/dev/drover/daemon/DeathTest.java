package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A service whose process is killed, and whose monitor is not due for a day. */
@ResourceLock(Ring.LOCK)
class DeathTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a]
      options: {fencing-enabled: false}
      resources:
        - primitive: web
          agent: ocf:test:daemon
          operations: {monitor: 24h}
      """;

  @TempDir Path folder;

  @BeforeEach
  void needsLinux() {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/self/environ")),
        "skipped: processes are found in /proc, which is not here");
  }

  @Test
  void itIsStartedAgainAtOnceAlsoByADaemonThatFoundItRunning() throws Exception {
    try (Ring ring = new Ring(folder, "a").watching()) {
      Scripts.write(folder, "ocf/resource.d/test/daemon", Shell.DAEMON);
      ring.start("a").configure(CLUSTER);
      ring.until("its monitor found it well", () -> ring.calls().size() == 1);
      String first = pid();
      kill();
      ring.until("it runs again", () -> !pid().equals(first) && ring.calls().size() == 2);
      String second = pid();
      ring.kill("a");
      ring.start("a");
      ring.until("a probe and its monitor found it well", () -> ring.calls().size() == 4);
      assertEquals(second, pid(), "it went on without the daemon");
      kill();
      ring.until("it runs again", () -> !pid().equals(second) && ring.calls().size() == 5);
      assertEquals(List.of(), ring.mistakes());
    }
  }

  /** Its number; empty while it does not run. */
  private String pid() throws IOException {
    Path file = folder.resolve("pid");
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException stopped) {
      return "";
    }
  }

  /** Also what is left in the end: closing a ring ends no services. */
  @AfterEach
  void kill() throws IOException {
    String pid = pid();
    if (!pid.isEmpty()) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}

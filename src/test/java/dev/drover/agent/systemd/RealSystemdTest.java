package dev.drover.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.AgentResult;
import dev.drover.agent.process.Shell;
import dev.drover.execute.ActionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real systemd: this machine's, or with {@code -Ddrover.systemd.bus=unix:path=…} another one's.
 * Only with {@code -Ddrover.systemd.unit=NAME} a unit is started and stopped.
 */
class RealSystemdTest {
  private SystemdAgent agent;

  @BeforeEach
  void connect() throws IOException {
    String bus = System.getProperty("drover.systemd.bus", "");
    if (bus.isEmpty()) {
      String first = Files.readString(Path.of("/proc/1/comm")).strip();
      Assumptions.assumeTrue(
          first.equals("systemd"), "skipped: process 1 is `" + first + "`, not systemd");
      bus = SystemdAgent.SYSTEM_BUS;
    }
    agent = new SystemdAgent(bus, SystemdAgent.USUAL_PATIENCE, null);
  }

  @AfterEach
  void close() {
    if (agent != null) {
      agent.close();
    }
  }

  @Test
  void busRunsAndWhatIsNotThereIsNotInstalled() {
    assertEquals(ActionResult.exited(0), run("dbus", "monitor").outcome());
    assertEquals(
        new ActionResult(7, 5, "there is no unit `drover-is-not-there.service`"),
        run("drover-is-not-there", "monitor").outcome());
    assertEquals(5, run("drover-is-not-there", "start").outcome().rc());
    assertEquals(ActionResult.exited(0), run("drover-is-not-there", "stop").outcome());
  }

  @Test
  void unitIsStartedAndStopped() {
    String unit = System.getProperty("drover.systemd.unit", "");
    Assumptions.assumeTrue(
        !unit.isEmpty(), "skipped: no unit was given with `-Ddrover.systemd.unit=NAME`");
    for (int i = 0; i < 5; i++) {
      for (String task : new String[] {"stop", "start"}) {
        AgentResult result = run(unit, task);
        assertEquals(ActionResult.exited(0), result.outcome());
        assertTrue(result.took().compareTo(Duration.ofSeconds(2)) < 0, () -> "" + result.took());
        System.out.println(task + " of " + unit + ": " + result.took().toMillis() + " ms");
        assertEquals(task.equals("start") ? 0 : 7, run(unit, "monitor").outcome().rc());
      }
    }
    assertEquals(3, run(unit, "reload").outcome().rc());
  }

  private AgentResult run(String type, String task) {
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    agent.begin(SystemdAgentTest.call(type, task, Shell.LONG), result::complete);
    return Shell.soon(result);
  }
}

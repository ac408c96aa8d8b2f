package dev.drover.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.AgentResult;
import dev.drover.agent.process.Shell;
import dev.drover.execute.ActionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bus that is not there, goes away, comes back, or has no systemd. */
class BusGoesAwayTest {
  private static final Duration NONE = Duration.ZERO;

  private static final Map<String, String> RUNNING = Map.of("a.service", "active running");

  @TempDir Path folder;

  @Test
  void withoutABusEveryOperationSaysSo() {
    try (SystemdAgent agent = new SystemdAgent(PrivateBus.address(folder), NONE, null)) {
      for (String task : new String[] {"start", "stop", "monitor"}) {
        ActionResult outcome = run(agent, task);
        assertEquals(4, outcome.status());
        assertEquals(1, outcome.rc());
        String expected = "there is no system bus at `" + PrivateBus.address(folder) + "`: ";
        assertTrue(outcome.exitReason().startsWith(expected), outcome.exitReason());
      }
    }
  }

  @Test
  void busWithoutSystemdIsAnError() throws Exception {
    try (PrivateBus bus = PrivateBus.start(folder);
        SystemdAgent agent = new SystemdAgent(bus.address(), NONE, null)) {
      ActionResult outcome = run(agent, "monitor");
      assertEquals(4, outcome.status());
      String expected = "systemd does not answer on the bus at `" + bus.address() + "`: ";
      assertTrue(outcome.exitReason().startsWith(expected), outcome.exitReason());
    }
  }

  @Test
  void connectionIsOpenedAgainAfterTheBusWasRestarted() throws Exception {
    try (SystemdAgent agent = new SystemdAgent(PrivateBus.address(folder), Shell.LONG, null)) {
      try (PrivateBus bus = PrivateBus.start(folder);
          FakeSystemd systemd = new FakeSystemd(bus.address(), RUNNING)) {
        assertEquals(ActionResult.exited(0), run(agent, "monitor"));
      }
      CompletableFuture<AgentResult> begunWithoutABus = begin(agent, "monitor");
      try (PrivateBus bus = PrivateBus.start(folder);
          FakeSystemd systemd = new FakeSystemd(bus.address(), RUNNING)) {
        assertTrue(Shell.soon(begunWithoutABus).outcome().exitReason().isEmpty());
        assertEquals(ActionResult.exited(0), run(agent, "start"));
      }
    }
  }

  @Test
  void startGoesOnWhereTheBusGoesAwayMeanwhile() throws Exception {
    try (SystemdAgent agent = new SystemdAgent(PrivateBus.address(folder), Shell.LONG, null)) {
      CompletableFuture<AgentResult> started;
      try (PrivateBus bus = PrivateBus.start(folder);
          FakeSystemd systemd = new FakeSystemd(bus.address())) {
        systemd.with("a.service", "activating start").result = FakeSystemd.NEVER;
        started = begin(agent, "start");
        systemd.awaitAsked("start a.service replace");
      }
      try (PrivateBus bus = PrivateBus.start(folder);
          FakeSystemd systemd = new FakeSystemd(bus.address(), RUNNING)) {
        assertEquals(ActionResult.exited(0), Shell.soon(started).outcome());
      }
    }
  }

  private static ActionResult run(SystemdAgent agent, String task) {
    return Shell.soon(begin(agent, task)).outcome();
  }

  private static CompletableFuture<AgentResult> begin(SystemdAgent agent, String task) {
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    agent.begin(SystemdAgentTest.call("a", task, Shell.LONG), result::complete);
    return result;
  }
}

package dev.drover.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.ResourceAgent.Running;
import dev.drover.agent.process.Shell;
import dev.drover.execute.ActionResult;
import dev.drover.model.Agent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What systemd is asked, and what its answers mean; over a real bus, with a manager of the test.
 */
class SystemdAgentTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;

  private PrivateBus bus;
  private FakeSystemd systemd;
  private SystemdAgent agent;
  private Path dropIns;

  @BeforeEach
  void open() throws Exception {
    bus = PrivateBus.start(folder);
    systemd = new FakeSystemd(bus.address());
    dropIns = Files.createDirectory(folder.resolve("drop-ins"));
    agent = new SystemdAgent(bus.address(), SystemdAgent.USUAL_PATIENCE, dropIns);
  }

  @AfterEach
  void close() {
    if (agent != null) {
      agent.close();
      systemd.close();
      bus.close();
    }
  }

  @Test
  void startIsAJobThatIsWaitedFor() {
    systemd.with("a.service", "inactive dead");
    assertEquals(ActionResult.exited(0), run("a", "start"));
    assertEquals(List.of("Subscribe", "Reload", "start a.service replace"), systemd.asked);
  }

  @Test
  void aUnitThatWasStartedIsNotRestartedBySystemdAndOutlivesDrover() throws Exception {
    systemd.with("a.service", "inactive dead");
    run("a", "start");
    String override = Files.readString(dropIns.resolve("a.service.d/50-drover.conf"));
    assertTrue(override.contains("Restart=no"), override);
    assertTrue(override.contains("Before=drover.service"), override);
    run("a", "start");
    assertEquals(1, systemd.asked.stream().filter("Reload"::equals).count());
  }

  @Test
  void aUnitThatIsNoServiceIsOnlyOrdered() throws Exception {
    systemd.with("a.mount", "inactive dead").after = "active mounted";
    run("a.mount", "start");
    String override = Files.readString(dropIns.resolve("a.mount.d/50-drover.conf"));
    assertTrue(override.contains("Before=drover.service"), override);
    assertTrue(!override.contains("[Service]"), override);
  }

  @Test
  void aUnitThatWasStoppedIsAsItWasBefore() throws Exception {
    systemd.with("a.service", "inactive dead");
    run("a", "start");
    systemd.after = "inactive dead";
    run("a", "stop");
    assertTrue(Files.notExists(dropIns.resolve("a.service.d/50-drover.conf")));
    List<String> stop = systemd.asked.subList(systemd.asked.size() - 2, systemd.asked.size());
    // the unit's order at shutdown would have it wait for Drover, which waits for it
    assertEquals(List.of("Reload", "stop a.service replace"), stop);
  }

  @Test
  void whereNoDropInCanBeWrittenTheUnitIsStartedAllTheSame() throws Exception {
    Files.delete(dropIns);
    systemd.with("a.service", "inactive dead");
    assertEquals(ActionResult.exited(0), run("a", "start"));
    assertEquals(List.of("Subscribe", "start a.service replace"), systemd.asked);
  }

  @Test
  void stopIsAJobThatIsWaitedFor() {
    systemd.with("a.service", "active running").after = "inactive dead";
    assertEquals(ActionResult.exited(0), run("a.service", "stop"));
    assertEquals(List.of("Subscribe", "stop a.service replace"), systemd.asked);
  }

  @Test
  void jobThatEndsLaterIsHeardOf() throws Exception {
    systemd.with("a.service", "active running").result = FakeSystemd.NEVER;
    CompletableFuture<AgentResult> started = begin("a", "start", Shell.LONG);
    run("a", "monitor");
    systemd.result = "failed";
    systemd.endJob();
    assertEquals(
        new ActionResult(
            4,
            1,
            "systemd's start of `a.service` ended as `failed`. Maybe `journalctl -u a.service` says why"),
        Shell.soon(started).outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "canceled", "dependency", "skipped"})
  void jobThatIsNotDoneIsAnError(String result) {
    systemd.with("a.service", "failed failed").result = result;
    ActionResult outcome = run("a", "start");
    assertEquals(4, outcome.status());
    assertTrue(outcome.exitReason().contains("ended as `" + result + "`"), outcome.exitReason());
  }

  @Test
  void jobThatTimedOutIsATimeout() {
    systemd.with("a.service", "failed failed").result = "timeout";
    assertEquals(
        new ActionResult(2, 1, "systemd's start of `a.service` timed out"), run("a", "start"));
  }

  @Test
  void serviceThatEndsByItselfWasNotStarted() {
    systemd.with("a.service", "inactive dead").after = "inactive dead";
    assertEquals(
        new ActionResult(
            4,
            1,
            "`a.service` is `inactive` (dead) after its start. Maybe its service ends by itself and"
                + " needs `RemainAfterExit=yes`"),
        run("a", "start"));
  }

  @Test
  void missedSignalCostsALookAtTheUnit() {
    systemd.with("a.service", "inactive dead").sendsSignals = false;
    assertEquals(ActionResult.exited(0), run("a", "start"));
  }

  @Test
  void signalOfAnotherJobMeansNothing() throws Exception {
    systemd.with("a.service", "inactive dead").result = FakeSystemd.NEVER;
    CompletableFuture<AgentResult> first = begin("a", "start", Shell.LONG);
    run("a", "monitor");
    systemd.result = "done";
    run("a", "stop");
    systemd.with("a.service", "active running");
    assertEquals(ActionResult.exited(0), Shell.soon(first).outcome());
  }

  @ParameterizedTest
  @CsvSource({"active running,0", "reloading reload,0", "inactive dead,7"})
  void monitorTellsTheState(String state, int rc) {
    systemd.with("a.service", state);
    assertEquals(ActionResult.exited(rc), run("a", "monitor"));
    assertEquals(ActionResult.exited(rc), run("a", "status"));
  }

  @Test
  void failedUnitDoesNotRun() {
    systemd.with("a.service", "failed failed");
    assertEquals(new ActionResult(0, 7, "`a.service` is `failed` (failed)"), run("a", "monitor"));
  }

  @ParameterizedTest
  @CsvSource({"activating start-pre,active running,0", "deactivating stop,inactive dead,7"})
  void unitThatIsChangingIsWaitedFor(String passing, String state, int rc) {
    systemd.with("a.service", state).passing.addAll(List.of(passing, passing));
    assertEquals(ActionResult.exited(rc), run("a", "monitor"));
  }

  @Test
  void unitThatNeverArrivesIsATimeout() {
    systemd.with("a.service", "activating auto-restart");
    assertEquals(
        new ActionResult(
            2,
            1,
            "monitor of `a.service` did not complete within 300 ms: `a.service` is `activating`"
                + " (auto-restart)"),
        Shell.soon(begin("a", "monitor", SHORT)).outcome());
  }

  @Test
  void overrunTimeoutTakesTheJobBack() {
    systemd.with("a.service", "activating start").result = FakeSystemd.NEVER;
    assertEquals(2, Shell.soon(begin("a", "start", SHORT)).outcome().status());
    run("a", "monitor-of-nothing");
    run("b", "monitor");
    assertEquals(
        List.of("Subscribe", "Reload", "start a.service replace", "cancel 1"), systemd.asked);
  }

  @Test
  void cancelledOperationSaysSo() {
    systemd.with("a.service", "activating start");
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    Running monitor = agent.begin(call("a", "monitor", Shell.LONG), result::complete);
    monitor.cancel();
    assertEquals(new ActionResult(1, 1, "monitor was cancelled"), Shell.soon(result).outcome());
  }

  @Test
  void closingEndsWhatIsUnderWay() {
    systemd.with("a.service", "activating start");
    CompletableFuture<AgentResult> result = begin("a", "monitor", Shell.LONG);
    agent.close();
    assertEquals(new ActionResult(1, 1, "monitor was cancelled"), Shell.soon(result).outcome());
    assertEquals(new ActionResult(4, 1, "no unit is touched any more"), run("a", "monitor"));
  }

  @Test
  void unitThatDoesNotExistIsNotInstalledButCanBeStopped() {
    assertEquals(new ActionResult(7, 5, "Unit no.service not found"), run("no", "start"));
    assertEquals(new ActionResult(7, 5, "there is no unit `no.service`"), run("no", "monitor"));
    assertEquals(ActionResult.exited(0), run("no", "stop"));
  }

  @ParameterizedTest
  @CsvSource({
    "dbus@,`dbus@.service` is a template",
    "a b,`a b.service` is no unit's name",
    ".service,`.service` is no unit's name"
  })
  void nameThatNoUnitCanHaveIsNotInstalledButCanBeStopped(String name, String reason) {
    ActionResult outcome = run(name, "start");
    assertEquals(5, outcome.rc());
    assertTrue(outcome.exitReason().startsWith(reason), outcome.exitReason());
    assertEquals(ActionResult.exited(0), run(name, "stop"));
    assertEquals(List.of(), systemd.asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.socket", "a.mount", "a.timer", "a.path", "a@1.service"})
  void nameOfAnotherKindIsKept(String name) {
    systemd.with(name, "inactive dead");
    run(name, "start");
    assertEquals(List.of("Subscribe", "Reload", "start " + name + " replace"), systemd.asked);
  }

  @Test
  void maskedUnitIsNotInstalled() {
    systemd.with("a.service", "inactive dead").result = FakeSystemd.REFUSED;
    systemd.load = "masked";
    assertEquals(new ActionResult(7, 5, "Job is refused"), run("a", "start"));
  }

  @Test
  void unitThatCannotReloadDoesNotSupportIt() {
    systemd.with("a.service", "active running").result = FakeSystemd.REFUSED;
    assertEquals(new ActionResult(3, 3, "Job is refused"), run("a", "reload"));
  }

  @Test
  void startThatIsRefusedIsAnError() {
    systemd.with("a.service", "inactive dead").result = FakeSystemd.REFUSED;
    assertEquals(new ActionResult(4, 1, "Job is refused"), run("a", "start"));
  }

  @Test
  void otherTasksAreNotSupported() {
    assertEquals(
        new ActionResult(3, 3, "systemd's units do not know `promote`"), run("a", "promote"));
  }

  private ActionResult run(String type, String task) {
    return Shell.soon(begin(type, task, Shell.LONG)).outcome();
  }

  private CompletableFuture<AgentResult> begin(String type, String task, Duration timeout) {
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    agent.begin(call(type, task, timeout), result::complete);
    return result;
  }

  static AgentCall call(String type, String task, Duration timeout) {
    return new AgentCall(
        new Agent("systemd", null, type), "web", task, Duration.ZERO, timeout, Map.of(), Map.of());
  }
}

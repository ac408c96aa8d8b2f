package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.fence.FakeTime;
import dev.drover.agent.watch.PretendedProcesses;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.execute.ActionResult;
import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a resource's monitors while something else changes its state. */
class PausedMonitorsTest {
  private static final long INTERVAL = 10_000;
  private static final int PROMOTED = 8;

  private final Pretended agents = new Pretended();
  private final ManualClock clock = new ManualClock();
  private final PretendedProcesses processes = new PretendedProcesses();
  private final FakeTime time = new FakeTime();
  private final List<Finished> told = new ArrayList<>();
  private final Desk desk =
      new Desk(
          "a",
          "boot",
          agents,
          new RecurringMonitors(clock),
          new ProcessWatch(processes, time, Duration.ofMillis(50)),
          Runnable::run,
          told::add);

  /** A service of one process that runs, and two of whose monitors have run, for each role one. */
  @BeforeEach
  void begin() {
    desk.begin(Pretended.work("start", "web"));
    processes.begin("a/web", 10, 1);
    agents.end("start web", 0);
    desk.begin(monitor(0));
    agents.end("monitor web", 0);
    time.pass(Duration.ofSeconds(1));
    forget();
  }

  private static Assignment monitor(int expectedRc) {
    return Pretended.work(
        Pretended.TOKEN, "monitor", "web", INTERVAL + expectedRc, "d1", expectedRc);
  }

  private void run(String task, int rc) {
    desk.begin(Pretended.work(task, "web"));
    agents.end(task + " web", rc);
  }

  private void forget() {
    agents.begun.clear();
    told.clear();
  }

  private List<String> told() {
    return told.stream()
        .map(
            finished ->
                (finished.change() ? "change " : "")
                    + finished.assignment().order().entry().task()
                    + (finished.result().status() == ActionResult.CANCELLED
                        ? " cancelled"
                        : " " + finished.result().rc()))
        .toList();
  }

  @Test
  void whatAFirstRunFindsWhileTheRoleChangesIsNoFailure() {
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "web", 400, "d1"));
    forget();
    desk.begin(Pretended.work("promote", "web"));
    agents.end("monitor web", PROMOTED);
    agents.end("promote web", 0);
    assertEquals(
        List.of("monitor cancelled", "promote 0"),
        told(),
        "whoever leads asks for it again where it is wanted");
    assertEquals(List.of(), desk.report().underWay());
    clock.pass(INTERVAL);
    assertEquals(List.of("promote web"), agents.begun, "no monitor for the other role runs");
  }

  @Test
  void aRunUnderWayIsEndedAndWhatItFindsDoesNotCount() {
    clock.pass(INTERVAL);
    desk.begin(Pretended.work("reload", "web"));
    assertEquals(List.of("monitor web"), agents.cancelled);
    agents.end("monitor web", 7);
    agents.end("reload web", 0);
    assertEquals(List.of("reload 0"), told());
  }

  @Test
  void noRunBeginsUntilTheChangeHasEnded() {
    for (String task : List.of("reload", "reload-agent", "promote", "demote", "migrate_to")) {
      forget();
      desk.begin(Pretended.work(task, "web"));
      clock.pass(10 * INTERVAL);
      assertEquals(List.of(task + " web"), agents.begun);
      agents.end(task + " web", 1);
      clock.pass(INTERVAL);
      assertEquals(List.of(task + " web", "monitor web"), agents.begun);
      agents.end("monitor web", 0);
    }
  }

  @Test
  void monitorsGoOnAnIntervalAfterAReloadAndTellChangesOnly() {
    run("reload", 0);
    clock.pass(INTERVAL - 1);
    assertEquals(List.of("reload web"), agents.begun);
    clock.pass(1);
    assertEquals(List.of("reload web", "monitor web"), agents.begun);
    agents.end("monitor web", 0);
    assertEquals(List.of("reload 0"), told(), "it is as it was");
    clock.pass(INTERVAL);
    agents.end("monitor web", 7);
    assertEquals(List.of("reload 0", "change monitor 7"), told());
  }

  @Test
  void monitorsOfTheOtherRoleRestUntilTheRoleIsBack() {
    run("promote", 0);
    desk.begin(monitor(PROMOTED));
    agents.end("monitor web", PROMOTED);
    forget();
    clock.pass(INTERVAL + PROMOTED);
    assertEquals(List.of("monitor web"), agents.begun, "that of the role");
    agents.end("monitor web", PROMOTED);
    run("demote", 0);
    forget();
    clock.pass(INTERVAL);
    assertEquals(List.of("monitor web"), agents.begun, "the other one");
    agents.end("monitor web", 0);
    assertEquals(List.of(), told());
  }

  @Test
  void aMonitorThatRestsRunsWhereItIsAskedForAgain() {
    run("promote", 0);
    forget();
    desk.begin(monitor(0));
    assertEquals(List.of("monitor web"), agents.begun);
    agents.end("monitor web", PROMOTED);
    assertEquals(List.of("monitor 8"), told(), "whoever asked waits for what it finds now");
  }

  @Test
  void aMonitorThatIsAskedForDuringAChangeRunsAfterIt() {
    desk.begin(Pretended.work("promote", "web"));
    desk.begin(monitor(PROMOTED));
    assertEquals(List.of("promote web"), agents.begun);
    agents.end("promote web", 0);
    assertEquals(List.of("promote web", "monitor web"), agents.begun);
  }

  @Test
  void aNotificationAndAProbeChangeNothing() {
    for (String task : List.of("notify", "monitor")) {
      desk.begin(Pretended.work(task, "web"));
      forget();
      clock.pass(INTERVAL);
      assertEquals(List.of("monitor web"), agents.begun);
      agents.end("monitor web", 0);
    }
  }

  @Test
  void afterAMigrationNobodyLooksForWhatHasLeft() {
    desk.begin(Pretended.work("migrate_to", "web"));
    processes.end(10);
    time.pass(Duration.ofSeconds(5));
    clock.pass(INTERVAL);
    agents.end("migrate_to web", 0);
    time.pass(Duration.ofSeconds(5));
    clock.pass(INTERVAL);
    assertEquals(List.of("migrate_to web"), agents.begun);
    run("stop", 0);
    assertEquals(List.of("migrate_to 0", "stop 0"), told());
  }

  @Test
  void aProcessThatEndsInAReloadIsReplacedByOneThatIsWatched() {
    desk.begin(Pretended.work("reload", "web"));
    processes.end(10);
    processes.begin("a/web", 11, 2);
    time.pass(Duration.ofMillis(50));
    agents.end("reload web", 0);
    time.pass(Duration.ofSeconds(5));
    assertEquals(List.of("reload web"), agents.begun);
    processes.end(11);
    time.pass(Duration.ofMillis(50));
    assertEquals(List.of("reload web", "monitor web"), agents.begun);
  }
}

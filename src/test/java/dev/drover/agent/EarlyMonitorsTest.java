package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.fence.FakeTime;
import dev.drover.agent.watch.PretendedProcesses;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.live.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a death brings about; processes are pretended, and time passes where a test says so. */
class EarlyMonitorsTest {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final long HOUR = 3_600_000;

  private final PretendedProcesses processes = new PretendedProcesses();
  private final FakeTime time = new FakeTime();
  private final Pretended agents = new Pretended();
  private final List<Finished> told = new ArrayList<>();
  private final Desk desk =
      new Desk(
          "a",
          "boot",
          agents,
          new RecurringMonitors(new ManualClock()),
          new ProcessWatch(processes, time, LOOK),
          Runnable::run,
          told::add);

  /** A service of two processes that runs, and whose monitor is not due for an hour. */
  @BeforeEach
  void begin() {
    desk.begin(Pretended.work("start", "web"));
    processes.begin("a/web", 10, 1);
    processes.begin("a/web", 11, 2);
    agents.end("start web", 0);
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "web", HOUR, "d1"));
    agents.end("monitor web", 0);
    time.pass(LOOK);
    agents.begun.clear();
    told.clear();
  }

  private void die(long pid) {
    processes.end(pid);
    time.pass(LOOK);
  }

  private List<Integer> found() {
    return told.stream().map(finished -> finished.result().rc()).toList();
  }

  @Test
  void aDeathHasTheMonitorRunAndOnlyWhatItFindsIsTold() {
    die(10);
    assertEquals(List.of("monitor web"), agents.begun);
    assertEquals(List.of(), found(), "the death itself is no result");
    agents.end("monitor web", 7);
    assertEquals(List.of(7), found());
    die(11);
    time.pass(Duration.ofMinutes(1));
    agents.end("monitor web", 7);
    assertEquals(List.of(7), found(), "told once");
  }

  @Test
  void allMonitorsOfTheResourceRunAndNoOthers() {
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "db", HOUR, "d1"));
    agents.end("monitor db", 0);
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "web", HOUR / 2, "d2"));
    agents.end("monitor web", 0);
    agents.begun.clear();
    die(10);
    assertEquals(List.of("monitor web", "monitor web"), agents.begun);
  }

  @Test
  void whoIsFoundWellIsWatchedAnew() {
    die(10);
    die(11);
    processes.begin("a/web", 12, 3);
    agents.end("monitor web", 0);
    time.pass(Duration.ofSeconds(2));
    agents.end("monitor web", 0);
    time.pass(Duration.ofSeconds(2));
    agents.begun.clear();
    die(12);
    assertEquals(List.of("monitor web"), agents.begun, "it was not there at the first time");
    assertEquals(List.of(), found());
  }

  @Test
  void monitorsRunOutOfTurnOnceASecondAtMost() {
    die(10);
    agents.end("monitor web", 0);
    die(11);
    time.pass(Duration.ofMillis(949));
    assertEquals(1, agents.begun.size());
    time.pass(Duration.ofMillis(1));
    assertEquals(2, agents.begun.size(), "the second death is not forgotten");
    time.pass(Duration.ofMinutes(1));
    assertEquals(2, agents.begun.size());
  }

  @Test
  void processesThatComeAndGoAreSoonNotWatchedAnyMore() {
    for (int pid = 20; pid < 30; pid++) {
      processes.begin("a/web", pid, pid);
    }
    for (int pid : List.of(11, 22, 20)) {
      agents.begun.clear();
      die(pid);
      assertEquals(List.of("monitor web"), agents.begun, "process " + pid);
      agents.end("monitor web", 0);
      time.pass(EarlyMonitors.APART);
    }
    agents.begun.clear();
    die(21);
    time.pass(Duration.ofMinutes(1));
    assertEquals(List.of(), agents.begun, "only the oldest is watched");
    die(10);
    assertEquals(List.of("monitor web"), agents.begun);
  }

  @Test
  void anOperationIsLetEndFirst() {
    desk.begin(Pretended.work("demote", "web"));
    die(10);
    assertEquals(List.of("demote web"), agents.begun);
    agents.end("demote web", 0);
    assertEquals(List.of("demote web", "monitor web"), agents.begun);
  }

  @Test
  void aStopEndsIt() {
    desk.begin(Pretended.work("stop", "web"));
    die(10);
    agents.end("stop web", 0);
    time.pass(Duration.ofMinutes(1));
    assertEquals(List.of("stop web"), agents.begun);
  }

  @Test
  void whoDiesAgainAndAgainIsNotLookedAtMoreOften() {
    die(10);
    agents.end("monitor web", 7);
    desk.begin(Pretended.work("stop", "web"));
    agents.end("stop web", 0);
    desk.begin(Pretended.work("start", "web"));
    processes.begin("a/web", 12, 3);
    agents.end("start web", 0);
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "web", HOUR, "d1"));
    agents.end("monitor web", 0);
    time.pass(LOOK);
    agents.begun.clear();
    die(12);
    assertEquals(List.of(), agents.begun, "a second is not over");
    time.pass(EarlyMonitors.APART);
    assertEquals(List.of("monitor web"), agents.begun);
  }

  @Test
  void withTheLastMonitorItEnds() {
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "web", HOUR / 2, "d2"));
    agents.end("monitor web", 0);
    desk.begin(Pretended.work(Pretended.TOKEN, "cancel", "web", HOUR, "d1"));
    agents.begun.clear();
    die(10);
    assertEquals(List.of("monitor web"), agents.begun, "the other one runs");
    agents.end("monitor web", 0);
    desk.begin(Pretended.work(Pretended.TOKEN, "cancel", "web", HOUR / 2, "d2"));
    die(11);
    time.pass(Duration.ofMinutes(1));
    assertEquals(List.of("monitor web"), agents.begun);
  }

  @Test
  void aDeskThatIsClosedLooksNoMore() {
    desk.close();
    die(10);
    time.pass(Duration.ofMinutes(1));
    assertEquals(List.of(), agents.begun);
  }

  @Test
  void aProbeThatFindsItRunningIsEnough() {
    desk.begin(Pretended.work("monitor", "db"));
    processes.begin("a/db", 40, 1);
    agents.end("monitor db", 0);
    time.pass(LOOK);
    desk.begin(Pretended.work(Pretended.TOKEN, "monitor", "db", HOUR, "d1"));
    processes.end(40);
    agents.end("monitor db", 0);
    agents.begun.clear();
    time.pass(LOOK);
    assertEquals(List.of("monitor db"), agents.begun, "the monitor may have looked too early");
  }
}

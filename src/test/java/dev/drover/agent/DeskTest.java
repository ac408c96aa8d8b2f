package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.FakeTime;
import dev.drover.agent.watch.PretendedProcesses;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.execute.ActionResult;
import dev.drover.execute.Unreloadable;
import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import dev.drover.live.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node does with work, and what it tells; time passes only where a test says so. */
class DeskTest {
  private final Pretended agents = new Pretended();
  private final ManualClock clock = new ManualClock();
  private final List<Finished> told = new ArrayList<>();
  private final Desk desk =
      new Desk(
          "a",
          "boot",
          agents,
          new RecurringMonitors(clock),
          new ProcessWatch(new PretendedProcesses(), new FakeTime(), Duration.ZERO),
          Runnable::run,
          told::add);

  private static Assignment monitor(String digest) {
    return Pretended.work(Pretended.TOKEN, "monitor", "web", 10_000, digest);
  }

  private List<String> told() {
    return told.stream()
        .map(
            finished ->
                finished.serial()
                    + (finished.change() ? " change " : " ")
                    + finished.assignment().order().entry().task()
                    + " "
                    + finished.result().rc())
        .toList();
  }

  @Test
  void resourcesDoNotWaitForEachOther() {
    desk.begin(Pretended.work("start", "web"));
    desk.begin(Pretended.work("start", "db"));
    assertEquals(List.of("start web", "start db"), agents.begun);
    assertEquals(2, desk.report().underWay().size());
  }

  @Test
  void orderOfWhoLedBeforeIsRefused() {
    assertTrue(desk.begin(Pretended.work(new Token(1, 5, 3), "start", "web", 0, "d")));
    assertFalse(desk.begin(Pretended.work(new Token(1, 5, 2), "stop", "web", 0, "d")));
    assertFalse(desk.begin(Pretended.work(new Token(1, 4, 9), "stop", "web", 0, "d")));
    assertTrue(desk.begin(Pretended.work(new Token(2, 1, 0), "stop", "db", 0, "d")));
    assertEquals(List.of("start web", "stop db"), agents.begun);
    assertEquals(new Token(2, 1, 0), desk.newest());
  }

  @Test
  void resultsAreKeptUntilTheyAreWrittenDown() {
    desk.begin(Pretended.work("start", "web"));
    agents.end("start web", 0);
    desk.begin(Pretended.work("start", "db"));
    agents.end("start db", 0);
    assertEquals(told, desk.report().finished());
    assertEquals(List.of(), desk.report().underWay());
    desk.noted(1);
    assertEquals(List.of(told.get(1)), desk.report().finished());
    desk.noted(2);
    assertEquals(List.of(), desk.report().finished());
  }

  @Test
  void whatOnlyARestartChangesIsToldWithTheResult() {
    Unreloadable port = new Unreloadable(List.of("port"));
    desk.begin(Pretended.work("start", "web"));
    agents.end("start web", new AgentResult(ActionResult.exited(0), "", Duration.ZERO, port));
    desk.begin(Pretended.work("promote", "web"));
    agents.end("promote web", 0);
    assertEquals(port, told.get(0).unreloadable());
    assertNull(told.get(1).unreloadable());
  }

  @Test
  void aMonitorTellsItsFirstResultAndEachChange() {
    desk.begin(monitor("d1"));
    assertEquals(1, desk.report().underWay().size());
    for (int rc : List.of(0, 0, 7)) {
      agents.end("monitor web", rc);
      clock.pass(10_000);
    }
    assertEquals(List.of("1 monitor 0", "2 change monitor 7"), told());
    assertEquals(List.of(), desk.report().underWay());
  }

  @Test
  void aMonitorThatIsAskedForAgainGoesOnAndTellsWhatItFoundLast() {
    Assignment first = monitor("d1");
    desk.begin(first);
    agents.end("monitor web", 0);
    Assignment again = first.as(new Token(1, 2, 0), 9);
    desk.begin(again);
    assertEquals(1, agents.begun.size());
    assertEquals(List.of("1 monitor 0", "2 monitor 0"), told());
    assertEquals(again, told.get(1).assignment());
  }

  @Test
  void aMonitorWithOtherParametersReplacesTheOneBefore() {
    desk.begin(monitor("d1"));
    desk.begin(monitor("d2"));
    assertEquals(List.of("monitor web"), agents.cancelled);
    assertEquals(2, agents.begun.size());
    assertEquals(
        ActionResult.CANCELLED,
        told.get(0).result().status(),
        "who waits for the first result of the one before has an answer");
    agents.end("monitor web", 0);
    assertEquals(2, told.size());
    assertEquals("d2", told.get(1).assignment().call().digest());
  }

  @Test
  void aCancelledMonitorRunsNoMore() {
    desk.begin(monitor("d1"));
    agents.end("monitor web", 0);
    desk.begin(Pretended.work(Pretended.TOKEN, "cancel", "web", 10_000, "d1"));
    assertEquals(List.of("1 monitor 0", "2 cancel 0"), told());
    clock.pass(10_000);
    assertEquals(1, agents.begun.size());
  }

  @Test
  void aStopEndsMonitorsAndAnswersThoseThatHaveFoundNothingYet() {
    desk.begin(monitor("d1"));
    desk.begin(Pretended.work("stop", "web"));
    assertEquals(List.of("monitor web"), agents.cancelled);
    agents.end("stop web", 0);
    assertEquals(
        List.of(ActionResult.CANCELLED, ActionResult.DONE),
        told.stream().map(finished -> finished.result().status()).toList());
    assertEquals(List.of(), desk.report().underWay());
  }

  @Test
  void onlySoManyResultsAreKept() {
    for (int i = 0; i < Desk.MOST_RESULTS + 3; i++) {
      desk.begin(Pretended.work("delete", "web"));
    }
    assertEquals(Desk.MOST_RESULTS, desk.report().finished().size());
    assertEquals(4, desk.report().finished().get(0).serial());
  }
}

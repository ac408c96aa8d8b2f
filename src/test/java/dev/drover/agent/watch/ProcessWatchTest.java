package dev.drover.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.fence.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When it is told that processes are gone; time passes only where a test says so. */
class ProcessWatchTest {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final PretendedProcesses processes = new PretendedProcesses();
  private final FakeTime time = new FakeTime();
  private final ProcessWatch watch = new ProcessWatch(processes, time, PAUSE);
  private final List<String> told = new ArrayList<>();

  private void watch(String resource, int most) {
    watch.watch(resource, new Mark(resource, null), most, () -> told.add(resource));
    time.pass(Duration.ZERO);
  }

  @Test
  void aDeathIsToldOnceAtTheNextLook() {
    processes.begin("web", 10, 1);
    processes.begin("db", 11, 1);
    watch("web", 8);
    watch("db", 8);
    time.pass(PAUSE);
    processes.end(10);
    assertEquals(List.of(), told);
    time.pass(PAUSE);
    assertEquals(List.of("web"), told);
    time.pass(PAUSE.multipliedBy(100));
    assertEquals(List.of("web"), told);
  }

  @Test
  void thoseThatDieTogetherAreToldOfOnceAndTheOthersStayWatched() {
    for (int pid = 1; pid <= 3; pid++) {
      processes.begin("web", pid, pid);
    }
    watch("web", 8);
    processes.end(1);
    processes.end(2);
    time.pass(PAUSE);
    assertEquals(List.of("web"), told);
    processes.end(3);
    time.pass(PAUSE);
    assertEquals(List.of("web", "web"), told);
  }

  @Test
  void whoseNumberWasGivenToAnotherIsGone() {
    processes.begin("web", 10, 1);
    watch("web", 8);
    processes.end(10);
    processes.begin("other", 10, 2);
    time.pass(PAUSE);
    assertEquals(List.of("web"), told);
  }

  @Test
  void onlyTheOldestAreWatched() {
    processes.begin("web", 10, 1);
    processes.begin("web", 20, 2);
    processes.begin("web", 30, 3);
    watch("web", 2);
    processes.end(30);
    time.pass(PAUSE);
    assertEquals(List.of(), told);
    processes.end(20);
    time.pass(PAUSE);
    assertEquals(List.of("web"), told);
  }

  @Test
  void onlySoManyAreWatchedInAll() {
    for (int pid = 1; pid <= ProcessWatch.MOST; pid++) {
      processes.begin("many", pid, pid);
    }
    processes.begin("web", 1000, 1000);
    watch("many", 1000);
    watch("web", 8);
    processes.end(1000);
    time.pass(PAUSE);
    assertEquals(List.of(), told);
    watch.forget("many");
    processes.begin("web", 1001, 1001);
    watch("web", 8);
    processes.end(1001);
    time.pass(PAUSE);
    assertEquals(List.of("web"), told, "there is room again");
  }

  @Test
  void whoDiesBeforeTheOthersAreWatchedAnewIsToldOf() {
    processes.begin("web", 10, 1);
    watch("web", 8);
    processes.end(10);
    processes.begin("web", 11, 2);
    watch("web", 8);
    assertEquals(List.of("web"), told);
    processes.end(11);
    time.pass(PAUSE);
    assertEquals(List.of("web", "web"), told);
  }

  @Test
  void whoIsForgottenMayDie() {
    processes.begin("web", 10, 1);
    watch("web", 8);
    watch.forget("web");
    processes.end(10);
    time.pass(PAUSE);
    assertEquals(List.of(), told);
  }

  @Test
  void allThatAreWantedTogetherAreFoundInOneGo() {
    for (String resource : List.of("a", "b", "c")) {
      watch.watch(resource, new Mark(resource, null), 8, () -> {});
    }
    time.pass(PAUSE);
    assertEquals(1, processes.searches);
  }

  @Test
  void withoutAPauseNobodyLooks() {
    ProcessWatch off = new ProcessWatch(processes, time, Duration.ZERO);
    processes.begin("web", 10, 1);
    off.watch("web", new Mark("web", null), 8, () -> told.add("web"));
    time.pass(PAUSE);
    processes.end(10);
    time.pass(PAUSE);
    assertEquals(0, processes.searches);
    assertEquals(List.of(), told);
  }
}

package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.agent.watch.MachineProcesses;
import dev.drover.agent.watch.Mark;
import dev.drover.agent.watch.ProcessId;
import dev.drover.agent.watch.ProcessTable;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.live.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that an agent of this machine starts, and that is killed. */
class RealDeathTest {
  private static final long HOUR = 3_600_000;

  @TempDir Path root;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);
  private final MachineTimer timer = new MachineTimer("processes");
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService turns = Executors.newSingleThreadExecutor();
  private final BlockingQueue<Finished> told = new LinkedBlockingQueue<>();
  private final MachineProcesses processes =
      new MachineProcesses(MachineProcesses.PROC, ProcessHandle.current().pid());

  @BeforeEach
  void needsLinux() {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/self/environ")),
        "skipped: processes are found in /proc, which is not here");
  }

  @AfterEach
  void close() {
    timer.close();
    clock.shutdownNow();
    turns.shutdownNow();
    supervisor.close();
  }

  @Test
  void itsMonitorTellsThoughItIsNotDue() throws Exception {
    Shell.executable(root.resolve("resource.d/test/thing"), Shell.DAEMON.formatted(root));
    CountDownLatch watched = new CountDownLatch(1);
    Desk desk =
        new Desk(
            "a",
            "boot",
            new OcfAgent(root, null, supervisor, null),
            new RecurringMonitors(clock),
            new ProcessWatch(telling(watched), timer, Duration.ofMillis(50)),
            turns,
            told::add);
    String service = "death-" + ProcessHandle.current().pid();
    turns.execute(() -> desk.begin(Pretended.work("start", service)));
    assertEquals(0, next().result().rc());
    List<ProcessId> found = found(service);
    try {
      assertEquals(
          List.of(Long.parseLong(Files.readString(root.resolve("pid")).strip())),
          found.stream().map(ProcessId::pid).toList(),
          "the daemon, and not the agent");
      turns.execute(
          () -> desk.begin(Pretended.work(Pretended.TOKEN, "monitor", service, HOUR, "d1")));
      assertEquals(0, next().result().rc());
      assertTrue(watched.await(40, TimeUnit.SECONDS), "it is watched before it dies");
    } finally {
      found.forEach(each -> ProcessHandle.of(each.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }
    Finished last = next();
    assertEquals(7, last.result().rc());
    assertTrue(last.change());
    assertEquals(List.of(), found(service));
  }

  /** The same processes, and that somebody looks whether they still run. */
  private ProcessTable telling(CountDownLatch looked) {
    return new ProcessTable() {
      @Override
      public Map<Mark, List<ProcessId>> find(Set<Mark> marks) {
        return processes.find(marks);
      }

      @Override
      public boolean isRunning(ProcessId process) {
        looked.countDown();
        return processes.isRunning(process);
      }
    };
  }

  private List<ProcessId> found(String service) {
    Mark mark = new Mark("a/" + service, null);
    return processes.find(Set.of(mark)).getOrDefault(mark, List.of());
  }

  private Finished next() throws InterruptedException {
    Finished next = told.poll(40, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was told within 40 s");
    }
    return next;
  }
}

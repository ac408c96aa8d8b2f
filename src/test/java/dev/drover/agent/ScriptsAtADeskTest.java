package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.fence.FakeTime;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.agent.watch.PretendedProcesses;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import dev.drover.plan.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script finds in its environment that a desk has run, for work of every kind. */
class ScriptsAtADeskTest {
  private static final long HOUR = 3_600_000;

  @TempDir Path root;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);
  private final ExecutorService turns = Executors.newSingleThreadExecutor();
  private final BlockingQueue<Finished> told = new LinkedBlockingQueue<>();
  private Desk desk;
  private long number;

  @BeforeEach
  void begin() {
    Shell.executable(
        root.resolve("resource.d/test/thing"),
        """
        #!/bin/sh
        m() { eval "echo \\"\\${OCF_RESKEY_CRM_meta_$1-}\\""; }
        echo "$1 port=$OCF_RESKEY_port from=$(m migrate_source) to=$(m migrate_target)" \
          "notice=$(m notify_type) $(m notify_operation) $(m notify_start_uname)" >>"%s/calls"
        """
            .formatted(root));
    desk =
        new Desk(
            "a",
            "boot",
            new OcfAgent(root, null, supervisor, null),
            new RecurringMonitors(new ManualClock()),
            new ProcessWatch(new PretendedProcesses(), new FakeTime(), Duration.ZERO),
            turns,
            told::add);
  }

  @AfterEach
  void close() {
    turns.shutdownNow();
    supervisor.close();
  }

  private void run(
      String task,
      long intervalMs,
      String port,
      Map<String, String> meta,
      @Nullable String source,
      @Nullable String target)
      throws InterruptedException {
    OperationLog.Entry entry =
        new OperationLog.Entry("web", "web", Calls.OCF, task, intervalMs, 0, null, source, target);
    Assignment work =
        new Assignment(
            Pretended.TOKEN,
            ++number,
            new Order("a", false, entry, false, null, false, Map.of()),
            new Call(Calls.OCF, Map.of("port", port), meta, 0, 20_000, port));
    turns.execute(() -> desk.begin(work));
    Finished end = told.poll(40, TimeUnit.SECONDS);
    assertEquals(work, end == null ? null : end.assignment());
    assertEquals(0, end.result().rc());
  }

  private List<String> calls() throws Exception {
    return Files.readAllLines(root.resolve("calls")).stream().map(String::stripTrailing).toList();
  }

  @Test
  void aReloadHasTheNewParametersAndSoHasTheMonitorThatFollows() throws Exception {
    run("start", 0, "80", Map.of(), null, null);
    run("monitor", HOUR, "80", Map.of(), null, null);
    run("reload-agent", 0, "81", Map.of(), null, null);
    run("monitor", HOUR, "81", Map.of(), null, null);
    assertEquals(
        List.of(
            "start port=80 from= to= notice=",
            "monitor port=80 from= to= notice=",
            "reload-agent port=81 from= to= notice=",
            "monitor port=81 from= to= notice="),
        calls());
  }

  @Test
  void aMigrationTellsBothEndsWhereItLeads() throws Exception {
    run("migrate_to", 0, "80", Map.of(), "a", "b");
    run("migrate_from", 0, "80", Map.of(), "b", "a");
    assertEquals(
        List.of(
            "migrate_to port=80 from=a to=b notice=", "migrate_from port=80 from=b to=a notice="),
        calls());
  }

  @Test
  void aNotificationTellsOfWhat() throws Exception {
    Map<String, String> meta =
        Map.of("notify_type", "pre", "notify_operation", "start", "notify_start_uname", "a b");
    run("notify", 0, "80", meta, null, null);
    assertEquals(List.of("notify port=80 from= to= notice=pre start a b"), calls());
  }
}

package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Shell;
import dev.drover.model.Agent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on on a node where as many starts hang as may run at once. */
class SlowStartsTest {
  private static final Agent AGENT = new Agent("ocf", "test", "slow");
  private static final int AT_ONCE = 2;

  @TempDir Path root;

  private AgentCall call(String task) {
    return new AgentCall(
        AGENT, "web", task, Duration.ZERO, Shell.LONG, Map.of("root", root.toString()), Map.of());
  }

  @Test
  void theyHoldUpNeitherStopsNorMonitors() throws Exception {
    Shell.executable(
        root.resolve("resource.d/test/slow"),
        """
        #!/bin/sh
        [ "$1" = start ] || exit 0
        until [ -e "$OCF_RESKEY_root/go-on" ]; do sleep 0.05; done
        """);
    try (LocalAgents agents =
        new LocalAgents(
            root,
            null,
            root,
            output -> List.of(),
            null,
            line -> {},
            new Limits(AT_ONCE, 8, 1000, Duration.ofMillis(200)))) {
      List<CompletableFuture<AgentResult>> starts = new ArrayList<>();
      for (int i = 0; i <= AT_ONCE; i++) {
        CompletableFuture<AgentResult> start = new CompletableFuture<>();
        agents.begin(call("start"), start::complete);
        starts.add(start);
      }
      for (String task : List.of("stop", "demote", "monitor")) {
        assertEquals(0, Calls.run(agents, call(task)).outcome().rc(), task);
      }
      starts.forEach(start -> assertFalse(start.isDone(), "it was to hang meanwhile"));
      Files.createFile(root.resolve("go-on"));
      starts.forEach(start -> assertEquals(0, Shell.soon(start).outcome().rc()));
    }
  }
}

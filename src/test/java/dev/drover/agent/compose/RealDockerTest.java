package dev.drover.agent.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.ActionResult;
import dev.drover.model.Agent;
import dev.drover.text.compose.ContainerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project on the machine's own docker, with an image that is there already. */
class RealDockerTest {
  private static final String IMAGE = "busybox";

  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Limits.usual(1));

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void projectIsStartedWatchedAndStopped() throws IOException {
    need("compose", "version");
    need("image", "inspect", IMAGE);
    Path file = folder.resolve("compose.yaml");
    Files.writeString(
        file,
        "services: {web: {image: %s, command: [sleep, '600'], init: true}}\n".formatted(IMAGE));
    assertEquals(ActionResult.exited(7), run(file, "monitor"));
    assertEquals(ActionResult.exited(0), run(file, "start"));
    assertEquals(ActionResult.exited(0), run(file, "monitor"));
    assertEquals(ActionResult.exited(0), run(file, "stop"));
    assertEquals(ActionResult.exited(7), run(file, "monitor"));
  }

  private void need(String... arguments) {
    Engine engine = new Engine(ComposeAgent.USUAL_FOLDERS, supervisor);
    Path docker = engine.program("docker");
    Assumptions.assumeTrue(docker != null, "skipped: there is no `docker` on this machine");
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    engine.run(docker, List.of(arguments), Duration.ofSeconds(20), ended::complete);
    Ended end = Shell.soon(ended);
    Assumptions.assumeTrue(
        end.how() == Ended.How.EXITED && end.code() == 0,
        "skipped: `docker " + String.join(" ", arguments) + "` says: " + end.errors().strip());
  }

  private ActionResult run(Path file, String task) {
    AgentCall call =
        new AgentCall(
            new Agent("compose", null, "drover-test"),
            "web",
            task,
            Duration.ZERO,
            Shell.LONG,
            Map.of("file", file.toString()),
            Map.of());
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    new ComposeAgent(ComposeAgent.USUAL_FOLDERS, supervisor, new ContainerReader())
        .begin(call, result::complete);
    return Shell.soon(result).outcome();
  }
}

package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.ActionResult;
import dev.drover.model.Agent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the two a service's name means. */
class ServiceAgentTest {
  @TempDir Path folder;

  private final ResourceAgent units =
      (call, whenEnded) -> {
        whenEnded.accept(Outcome.done(Outcome.RC_OK, "a unit", Duration.ZERO));
        return () -> {};
      };

  @Test
  void initScriptComesFirst() {
    Shell.executable(folder.resolve("web"), "#!/bin/sh\nexit 3\n");
    assertEquals(ActionResult.exited(7), run("web"));
  }

  @Test
  void withoutAScriptItIsAUnit() {
    assertEquals(new ActionResult(0, 0, "a unit"), run("web"));
  }

  @Test
  void nameThatNoFileCanHaveIsAUnit() {
    assertEquals(new ActionResult(0, 0, "a unit"), run("../web"));
  }

  private ActionResult run(String name) {
    try (Supervisor supervisor = new Supervisor(Shell.LIMITS)) {
      ServiceAgent agent = new ServiceAgent(new LsbAgent(folder, supervisor), units);
      return Calls.run(agent, Calls.of(new Agent("service", null, name), "monitor")).outcome();
    }
  }
}

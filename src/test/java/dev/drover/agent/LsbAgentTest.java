package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.ActionResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How init scripts are called and what their codes mean. */
class LsbAgentTest {
  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @ParameterizedTest
  @CsvSource({"start,start", "stop,stop", "monitor,status", "status,status"})
  void taskIsTheArgument(String task, String argument) {
    assertEquals(argument + "\n", run("echo $@", task).output());
  }

  @Test
  void processesInheritWhoseTheyAre() {
    assertEquals("web\n", run("echo $DROVER_RESOURCE", "start").output());
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,7", "2,7", "3,7", "4,1", "5,1", "127,1", "150,5", "151,4", "200,1"})
  void statusCodesAreTheirOwn(int code, int rc) {
    assertEquals(ActionResult.exited(rc), run("exit " + code, "monitor").outcome());
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,3", "4,4", "5,5", "6,6", "7,7", "8,1", "127,1", "200,1"})
  void otherCodesAreThoseOfOcfUpToSeven(int code, int rc) {
    assertEquals(ActionResult.exited(rc), run("exit " + code, "start").outcome());
  }

  @Test
  void scriptEndedBySignalFailed() {
    assertEquals(
        new ActionResult(4, 1, "monitor was interrupted by signal 9"),
        run("kill -9 $$", "monitor").outcome());
  }

  @Test
  void missingScriptIsNotInstalled() {
    String reason = "`lsb:thing` is not installed: no `" + folder.resolve("thing") + "`";
    assertEquals(new ActionResult(7, 5, reason), begin("monitor").outcome());
  }

  @Test
  void otherTasksAreNotSupported() {
    assertEquals(
        new ActionResult(3, 3, "init scripts do not know `promote`"),
        run("exit 0", "promote").outcome());
  }

  private AgentResult run(String text, String task) {
    Shell.executable(folder.resolve("thing"), "#!/bin/sh\n" + text + "\n");
    return begin(task);
  }

  private AgentResult begin(String task) {
    return Calls.run(new LsbAgent(folder, supervisor), Calls.of(Calls.LSB, task));
  }
}

package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Ended.How;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fence agents are called, and what is made of their ends. */
class FenceProgramTest {
  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void parametersAreLinesOfInputAndNeverArguments() {
    agent("echo \"arguments: $# environment: $password\"; cat");
    FenceOutcome outcome = run(Map.of("port", "2", "password", "s3cret=x y", "ip", "10.0.0.1"));
    assertTrue(outcome.isOk(), outcome.toString());
    assertEquals(
        "arguments: 0 environment: \naction=off\nip=10.0.0.1\npassword=s3cret=x y\nport=2\n",
        outcome.output());
  }

  @Test
  void reasonIsWhatTheAgentSaidLastWithoutPasswords() {
    agent("echo 'ERROR:  login admin/s3cret refused' >&2; echo >&2; echo 'Giving up' >&2; exit 1");
    FenceOutcome outcome = run(Map.of("passwd", "s3cret", "login", "admin"));
    assertFalse(outcome.isOk());
    assertEquals(1, outcome.code());
    assertEquals("ERROR:  login admin/*** refused; Giving up", outcome.reason());
  }

  @Test
  void reasonIsShort() {
    agent("i=0; while [ $i -lt 300 ]; do echo \"line $i\" >&2; i=$((i+1)); done; exit 1");
    String reason = run(Map.of()).reason();
    assertEquals(1001, reason.length());
    assertTrue(reason.endsWith("; line 298; line 299"), reason);
  }

  @Test
  void agentThatSaysNothingHasAReasonToo() {
    agent("exit 3");
    assertEquals("`fence_test` ended with code 3 and said nothing", run(Map.of()).reason());
    agent("kill -9 $$");
    assertEquals("`fence_test` was ended by signal 9", run(Map.of()).reason());
  }

  @Test
  void agentThatHangsIsKilled() {
    agent("echo working >&2; sleep 300");
    FenceOutcome outcome =
        Shell.soon(
            program().run(new FenceCall("fence_test", "off", Map.of(), Duration.ofSeconds(1))));
    assertEquals(How.TIMED_OUT, outcome.how());
    assertFalse(outcome.isOk());
    assertEquals(
        "off of `fence_test` did not end within 1000 ms and was killed: working", outcome.reason());
  }

  @Test
  void missingAgentIsNamedWithWhereItWasLookedFor() {
    assertEquals("`fence_test` is not installed: not in `" + folder + "`", run(Map.of()).reason());
  }

  @Test
  void onlyFenceAgentsAreRun() {
    FenceOutcome outcome =
        program().run(new FenceCall("../bin/sh", "off", Map.of(), Shell.LONG)).join();
    assertEquals(How.NOT_STARTED, outcome.how());
    assertEquals("`../bin/sh` is no fence agent: expected a name `fence_…`", outcome.reason());
  }

  @Test
  void valueOfTwoLinesIsRefusedAndNotShown() {
    agent("cat");
    assertEquals(
        "the parameter `password` holds a line break: expected one line",
        run(Map.of("password", "s3cret\naction=on")).reason());
    assertEquals(
        "`a=b` is no parameter's name: expected letters, digits, _, ., : and -",
        run(Map.of("a=b", "1")).reason());
  }

  @Test
  void callsAndDevicesDoNotShowTheirParameters() {
    Map<String, String> secret = Map.of("passwd", "s3cret");
    assertEquals(
        "fence_test off [passwd]",
        new FenceCall("fence_test", "off", secret, Shell.LONG).toString());
    assertEquals(
        "a (fence_test)", new Device("a", "fence_test", secret, DeviceOptions.USUAL).toString());
    agent("cat");
    assertFalse(run(secret).toString().contains("s3cret"));
  }

  private void agent(String text) {
    Shell.executable(folder.resolve("fence_test"), "#!/bin/sh\n" + text + "\n");
  }

  private FenceProgram program() {
    return new FenceProgram(List.of(folder), supervisor);
  }

  private FenceOutcome run(Map<String, String> parameters) {
    return Shell.soon(program().run(new FenceCall("fence_test", "off", parameters, Shell.LONG)));
  }
}

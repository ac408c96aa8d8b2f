package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.ActionResult;
import dev.drover.model.Agent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How OCF agents are called and what their ends mean. */
class OcfAgentTest {
  @TempDir Path root;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void environmentIsTheStandardsAndNothingElse() {
    AgentCall call =
        new AgentCall(
            Calls.OCF,
            "web:0",
            "monitor",
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Map.of("ip", "192.0.2.1 /24", "OCF_CHECK_LEVEL", "10"),
            Map.of("clone-max", "2", "notify_type", "pre"));
    assertEquals(
        List.of(
            "DROVER_RESOURCE=web:0",
            "HA_RSCTMP=/run/resource-agents",
            "OCF_CHECK_LEVEL=10",
            "OCF_EXIT_REASON_PREFIX=ocf-exit-reason:",
            "OCF_RA_VERSION_MAJOR=1",
            "OCF_RA_VERSION_MINOR=1",
            "OCF_RESKEY_CRM_meta_clone_max=2",
            "OCF_RESKEY_CRM_meta_interval=10000",
            "OCF_RESKEY_CRM_meta_name=monitor",
            "OCF_RESKEY_CRM_meta_notify_type=pre",
            "OCF_RESKEY_CRM_meta_timeout=20000",
            "OCF_RESKEY_crm_feature_set=3.19.0",
            "OCF_RESKEY_ip=192.0.2.1 /24",
            "OCF_RESOURCE_INSTANCE=web:0",
            "OCF_RESOURCE_PROVIDER=test",
            "OCF_RESOURCE_TYPE=thing",
            "OCF_ROOT=" + root,
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin"),
        run("#!/bin/sh\nexec env -u PWD -u SHLVL -u _\n", call).output().lines().sorted().toList());
  }

  /** As {@code ocf_version_cmp} of resource-agents does, which says 3 where it gets no version. */
  @Test
  void versionThatAgentsCompareWithIsOne() {
    String found =
        Environment.of(root, null, Calls.of(Calls.OCF, "monitor"))
            .get("OCF_RESKEY_crm_feature_set");
    assertTrue(found.matches("\\d+(\\.\\d+)+"), found);
  }

  @Test
  void programsThatAskTheClusterComeBeforeAllOthers() {
    Map<String, String> found =
        Environment.of(root, Path.of("/data/agents/bin"), Calls.of(Calls.OCF, "start"));
    assertEquals("/data/agents/bin:/usr/sbin:/usr/bin:/sbin:/bin", found.get("PATH"));
    assertEquals("/data/agents/bin", found.get("HA_SBIN_DIR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start",
        "stop",
        "monitor",
        "promote",
        "demote",
        "notify",
        "migrate_to",
        "migrate_from",
        "reload-agent",
        "meta-data",
        "validate-all"
      })
  void taskIsTheOnlyArgument(String task) {
    AgentResult result = run("#!/bin/sh\necho $# $1\n", Calls.of(Calls.OCF, task));
    assertEquals("1 " + task + "\n", result.output());
    assertEquals(ActionResult.exited(0), result.outcome());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 190, 191})
  void exitCodeIsTheResult(int rc) {
    assertEquals(
        ActionResult.exited(rc),
        run("#!/bin/sh\nexit " + rc + "\n", Calls.of(Calls.OCF, "monitor")).outcome());
  }

  @Test
  void lastReasonIsTold() {
    String text =
        "#!/bin/sh\nexec >&2\necho ocf-exit-reason:first\n"
            + "echo ocf-exit-reason: no such disk \necho more\nexit 6\n";
    assertEquals(
        new ActionResult(ActionResult.DONE, 6, "no such disk"),
        run(text, Calls.of(Calls.OCF, "start")).outcome());
  }

  @Test
  void timeoutIsAResultOfItsOwn() {
    AgentCall call =
        new AgentCall(
            Calls.OCF, "web", "stop", Duration.ZERO, Duration.ofMillis(500), Map.of(), Map.of());
    assertEquals(
        new ActionResult(ActionResult.TIMEOUT, 1, "stop did not complete within 500 ms"),
        run("#!/bin/sh\nsleep 300\n", call).outcome());
  }

  @Test
  void agentEndedBySignalFailed() {
    assertEquals(
        new ActionResult(4, 1, "start was interrupted by signal 9"),
        run("#!/bin/sh\nkill -9 $$\n", Calls.of(Calls.OCF, "start")).outcome());
  }

  @Test
  void cancelledOperationHasItsResult() {
    Shell.executable(root.resolve("resource.d/test/thing"), "#!/bin/sh\nsleep 300\n");
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    new OcfAgent(root, null, supervisor, null)
        .begin(Calls.of(Calls.OCF, "start"), result::complete)
        .cancel();
    assertEquals(new ActionResult(1, 1, "start was cancelled"), Shell.soon(result).outcome());
  }

  @Test
  void missingAgentIsNotInstalled() {
    Path file = root.resolve("resource.d/test/thing");
    assertEquals(
        new ActionResult(7, 5, "`ocf:test:thing` is not installed: no `" + file + "`"),
        begin(Calls.of(Calls.OCF, "start")).outcome());
  }

  @Test
  void agentThatMayNotBeRunSaysSo() {
    Path file = Shell.executable(root.resolve("resource.d/test/thing"), "#!/bin/sh\n");
    assertTrue(file.toFile().setExecutable(false, false));
    assertEquals(
        new ActionResult(4, 4, "`" + file + "` is not executable"),
        begin(Calls.of(Calls.OCF, "start")).outcome());
  }

  @Test
  void nameLeadsNowhereElse() {
    Shell.executable(root.resolve("thing"), "#!/bin/sh\n");
    for (Agent agent :
        List.of(
            new Agent("ocf", "..", "thing"),
            new Agent("ocf", "test", "../../thing"),
            new Agent("ocf", null, "thing"))) {
      ActionResult outcome = begin(Calls.of(agent, "start")).outcome();
      assertEquals(List.of(7, 5), List.of(outcome.status(), outcome.rc()));
      assertTrue(outcome.exitReason().contains("no agent's name"), outcome.exitReason());
    }
  }

  private AgentResult run(String text, AgentCall call) {
    Shell.executable(root.resolve("resource.d/test/thing"), text);
    return begin(call);
  }

  private AgentResult begin(AgentCall call) {
    return Calls.run(new OcfAgent(root, null, supervisor, null), call);
  }
}

package dev.drover.text.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.Delays;
import dev.drover.agent.fence.DeviceOptions;
import dev.drover.agent.fence.FenceAction;
import dev.drover.agent.fence.HostCheck;
import dev.drover.agent.fence.Hosts;
import dev.drover.text.InputProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the cluster reads from a fence device's parameters, and what it leaves to the agent. */
class DeviceReaderTest {
  @Test
  void nothingSpecialIsTheUsual() {
    DeviceReader.Read read = read(Map.of("ip", "10.0.0.1", "password", "s3cret"));
    assertEquals(List.of(), read.problems());
    assertEquals(DeviceOptions.USUAL, read.device().options());
    assertEquals(Map.of("ip", "10.0.0.1", "password", "s3cret"), read.device().parameters());
  }

  @Test
  void agentsParametersAreThoseThatTheClusterDoesNotRead() {
    DeviceReader.Read read =
        read(
            Map.of(
                "action", "off",
                "stonith-timeout", "3",
                "crm_feature_set", "3.20",
                "CRM_meta_timeout", "20000",
                "provides", "unfencing",
                "pcmk_host_check", "none",
                "port", "7"));
    assertEquals(Map.of("port", "7"), read.device().parameters());
    assertEquals(List.of(), read.problems());
    assertTrue(read.device().options().unfencing());
    assertEquals(HostCheck.NONE, read.device().options().check());
  }

  @Test
  void hostsAreRead() {
    assertEquals(
        new Hosts(List.of("n1", "n2", "n3"), Map.of("n1", "1", "n2", "2,3", "n3", "rack 7;x")),
        options(
                Map.of(
                    "pcmk_host_list",
                    "n1, n2 n3,",
                    "pcmk_host_map",
                    " n1:1;n2=2,3; n3:rack\\ 7\\;x;"))
            .hosts());
  }

  @Test
  void delaysAreReadForAllNodesOrForEach() {
    assertEquals(
        new Delays(Duration.ofSeconds(5), Map.of(), Duration.ofMinutes(1)),
        options(Map.of("pcmk_delay_base", "5s", "pcmk_delay_max", "PT1M")).delays());
    assertEquals(
        new Delays(
            Duration.ZERO,
            Map.of("n1", Duration.ofSeconds(1), "n2", Duration.ofMinutes(2)),
            Duration.ZERO),
        options(Map.of("pcmk_delay_base", "N1:1;n2:2min")).delays());
  }

  @Test
  void actionsAreRead() {
    DeviceOptions options =
        options(
            Map.of(
                "pcmk_reboot_action", "cycle",
                "pcmk_off_timeout", "90",
                "pcmk_list_retries", "5",
                "pcmk_metadata_timeout", "3s",
                "pcmk_action_limit", "-1"));
    assertEquals("cycle", options.word(FenceAction.REBOOT));
    assertEquals("off", options.word(FenceAction.OFF));
    assertEquals(Duration.ofSeconds(90), options.timeout(FenceAction.OFF, Duration.ofSeconds(60)));
    assertEquals(Duration.ofSeconds(60), options.timeout(FenceAction.ON, Duration.ofSeconds(60)));
    assertEquals(5, options.tries(FenceAction.LIST));
    assertEquals(2, options.tries(FenceAction.OFF));
    assertEquals(1000, options.atOnce());
  }

  @Test
  void wrongValuesAreToldAndDoNotCount() {
    DeviceReader.Read read =
        read(
            Map.of(
                "pcmk_host_check", "static",
                "pcmk_delay_max", "soon",
                "pcmk_action_limit", "many",
                "pcmk_host_map", "n1:1;n2",
                "pcmk_delay_base", "n1:1s;n2:late",
                "pcmk_hosts_list", "n1"));
    assertEquals(
        List.of(
            "fence device d, pcmk_action_limit: found `many`, expected a whole number",
            "fence device d, pcmk_delay_base: found `n2:late`, expected a node and a length of"
                + " time, such as node1:5s",
            "fence device d, pcmk_delay_max: found `soon`, expected a length of time such as 30s,"
                + " 5min or PT1H",
            "fence device d, pcmk_host_check: found `static`, expected one of static-list,"
                + " dynamic-list, status, none",
            "fence device d, pcmk_host_map: found `n2`, expected a node and its plug, such as"
                + " node1:1",
            "fence device d: found `pcmk_hosts_list`, expected a parameter that the cluster knows"
                + System.lineSeparator()
                + "Maybe `pcmk_host_list` was meant"),
        read.problems().stream().map(InputProblem::toString).sorted().toList());
    DeviceOptions options = read.device().options();
    assertNull(options.check());
    assertEquals(1, options.atOnce());
    assertEquals(Map.of("n1", "1"), options.hosts().map());
    assertEquals(Duration.ZERO, options.delays().most());
  }

  @Test
  void problemsDoNotShowPasswords() {
    DeviceReader.Read read = read(Map.of("password", "s3cret", "pcmk_delay_max", "soon"));
    assertFalse(read.problems().toString().contains("s3cret"));
  }

  private static DeviceReader.Read read(Map<String, String> parameters) {
    return DeviceReader.read("d", "fence_test", parameters);
  }

  private static DeviceOptions options(Map<String, String> parameters) {
    DeviceReader.Read read = read(parameters);
    assertEquals(List.of(), read.problems());
    return read.device().options();
  }
}

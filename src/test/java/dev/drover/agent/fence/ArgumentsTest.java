package dev.drover.agent.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which parameters reach the agent. */
class ArgumentsTest {
  @Test
  void nodeIsPassedInTheParameterThatTheAgentHasForIt() {
    assertEquals(Map.of("nodename", "n1", "port", "n1"), parameters(Bench.made("a"), "port"));
    assertEquals(Map.of("nodename", "n1", "plug", "n1"), parameters(Bench.made("a"), "plug"));
    assertEquals(Map.of("nodename", "n1"), parameters(Bench.made("a"), "ip"));
  }

  @Test
  void configuredParameterCountsBeforeTheAgentsOwn() {
    Device device = Bench.made("a", "pcmk_host_argument", "uuid", "pcmk_host_map", "N1:4711");
    assertEquals(Map.of("nodename", "n1", "uuid", "4711"), parameters(device, "port"));
    Device none = Bench.made("a", "pcmk_host_argument", "none");
    assertEquals(Map.of("nodename", "n1"), parameters(none, "port"));
  }

  @Test
  void fixedValueIsKeptButForTheWordThatStandsForTheNode() {
    assertEquals(
        Map.of("nodename", "n1", "port", "7"), parameters(Bench.made("a", "port", "7"), "port"));
    assertEquals(
        Map.of("nodename", "n1", "port", "n1"),
        parameters(Bench.made("a", "port", "dynamic"), "port"));
  }

  @Test
  void actionOnTheDeviceItselfNamesNoNode() {
    FenceCall call =
        Arguments.call(
            Bench.made("a", "ip", "10.0.0.1"),
            FenceAction.MONITOR,
            null,
            metadata("port"),
            Bench.TIMEOUT);
    assertEquals(Map.of("ip", "10.0.0.1"), call.parameters());
    assertEquals("monitor", call.action());
  }

  private static Map<String, String> parameters(Device device, String takes) {
    return Arguments.call(device, FenceAction.OFF, "n1", metadata(takes), Bench.TIMEOUT)
        .parameters();
  }

  private static Metadata metadata(String takes) {
    return new Metadata(
        "fence_a",
        "",
        List.of(new Metadata.Parameter(takes, true, "string", null, false)),
        List.of());
  }
}

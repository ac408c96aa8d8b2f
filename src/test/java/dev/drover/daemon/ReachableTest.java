package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.text.InputException;
import dev.drover.text.yaml.ClusterReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which configurations a running cluster refuses, because nobody would take its orders. */
class ReachableTest {
  private static void check(String resource) throws InputException {
    String text = "cluster: c\nnodes: [a, b]\nresources:\n  - " + resource + "\n";
    Reachable.check(ClusterReader.read(text, "c.yaml").configuration());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{primitive: vm, agent: 'ocf:heartbeat:VirtualDomain', options: {remote-node: g}}"
            + "|`g` of `vm` is a guest node",
        "{primitive: far, agent: 'ocf:pacemaker:remote'}|`far` is a connection to a remote node",
        "{bundle: box, container: {engine: podman, image: i}, network: {ip-range-start: 192.0.2.9},"
            + " of: {primitive: web, agent: 'ocf:heartbeat:Dummy'}}"
            + "|what is in the bundle `box` runs on a node of its own"
      },
      quoteCharacter = '"')
  void whatIsReachedThroughAResourceIsRefused(String more, String why) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> check(more)).getMessage());
    assertTrue(said.contains(why), said);
    assertTrue(said.contains("Maybe run `drover agent` on that machine"), said);
  }

  @Test
  void nodesThatRunDroverAreTaken() {
    assertDoesNotThrow(() -> check("{primitive: web, agent: 'ocf:heartbeat:Dummy'}"));
  }
}

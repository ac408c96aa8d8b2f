package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.status.NodeState;
import dev.drover.text.cib.CibReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Expands every constraint of the conformance cases; {@code drover.conformance} says where they
 * are.
 */
class ConstraintConformanceTest {
  @TestFactory
  Stream<DynamicTest> expandsEveryCase() throws IOException {
    String folder = System.getProperty("drover.conformance");
    assumeTrue(
        folder != null,
        "skipped: the system property drover.conformance names no folder with cases");
    try (Stream<Path> files = Files.list(Path.of(folder, "inputs"))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> expand(CibReader.read(file))));
    }
  }

  private static void expand(ClusterState state) {
    Configuration configuration = state.configuration();
    Located located = located(state);
    boolean anyNode = located.nodes().size() > 0;
    Names names = new Names(configuration);
    LocationFacts locations = LocationFacts.of(configuration, names, Instant.EPOCH, located);
    assertTrue(anyNode || locations.preferences().isEmpty());
    boolean anyColocation =
        configuration.colocations().stream().anyMatch(c -> c.score().value() != 0);
    assertTrue(anyColocation || ColocationFacts.of(configuration, names).isEmpty());
    assertEquals(configuration.orders().isEmpty(), OrderFacts.of(configuration, names).isEmpty());
    assertEquals(configuration.tickets().isEmpty(), TicketFacts.of(configuration, names).isEmpty());
  }

  private static Located located(ClusterState state) {
    NodeAttributes attributes =
        new NodeAttributes(Instant.EPOCH, null, state.status().coordinator());
    Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (NodeConfig node : state.configuration().nodes()) {
      NodeState reported =
          state.status().nodes().stream()
              .filter(s -> s.id().equals(node.id()))
              .findFirst()
              .orElse(null);
      nodes.put(node.id(), attributes.of(node.id(), node.name(), node.kind(), node, reported));
      ids.put(node.name(), node.id());
    }
    return new Located(nodes, ids, new NoValues());
  }

  private static final class NoValues implements Located.ResourceValues {
    @Override
    public Map<String, String> meta(String resource) {
      return Map.of();
    }

    @Override
    public Map<String, String> parameters(String resource, String nodeId) {
      return Map.of();
    }
  }
}

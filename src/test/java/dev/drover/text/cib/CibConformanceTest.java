package dev.drover.text.cib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drover.model.ClusterState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads and writes every conformance case; the system property {@code drover.conformance} says
 * where they are.
 */
class CibConformanceTest {
  private static List<Path> inputs() throws IOException {
    String folder = System.getProperty("drover.conformance");
    assumeTrue(
        folder != null,
        "skipped: the system property drover.conformance names no folder with cases");
    try (Stream<Path> files = Files.list(Path.of(folder, "inputs"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> readsAndWritesEveryCase() throws IOException {
    return inputs().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      ClusterState state = CibReader.read(file);
                      boolean nodes = !state.configuration().nodes().isEmpty();
                      assertTrue(
                          nodes || !state.configuration().resources().isEmpty(),
                          "something is configured");
                      assertEquals(
                          state, RoundTrip.of(state), "what is written reads back the same");
                    }));
  }
}

package dev.drover.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceConfig;
import dev.drover.text.yaml.ClusterReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo's cluster is the validator pair, but for what really does something. */
class ClusterTextTest {
  private static Configuration real;
  private static Configuration demo;

  @BeforeAll
  static void read() throws Exception {
    String text = Files.readString(Path.of("scenarios/validator-pair/cluster.yaml"));
    real = ClusterReader.read(text, "real").configuration();
    demo = ClusterReader.read(ClusterText.of(text), "demo").configuration();
  }

  @Test
  void onlyDummiesAreCalled() {
    Set<String> agents =
        resources(demo)
            .map(ResourceConfig::agent)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.toSet());
    assertEquals(Set.of("ocf:demo:dummy", "stonith:fence_demo"), agents);
  }

  @Test
  void namesAndConstraintsAreThoseOfThePair() {
    assertEquals(names(real), names(demo));
    assertEquals(real.colocations(), demo.colocations());
    assertEquals(real.orders(), demo.orders());
    assertEquals(real.locations(), demo.locations());
  }

  private static List<String> names(Configuration configuration) {
    return resources(configuration).map(ResourceConfig::id).toList();
  }

  private static Stream<ResourceConfig> resources(Configuration configuration) {
    return configuration.resources().stream().flatMap(ClusterTextTest::all);
  }

  private static Stream<ResourceConfig> all(ResourceConfig config) {
    return Stream.concat(
        Stream.of(config), config.members().stream().flatMap(ClusterTextTest::all));
  }
}

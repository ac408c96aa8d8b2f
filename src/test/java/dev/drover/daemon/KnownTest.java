package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.cli.Schedulers;
import dev.drover.plan.Assessment;
import dev.drover.text.yaml.ClusterReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Under which names something may have been recorded that an operator has forgotten. */
class KnownTest {
  private static final String CLUSTER =
      """
      cluster: c
      nodes: [a, b]
      resources:
        - {clone: all, options: {globally-unique: true, clone-max: 2, clone-node-max: 2},
           of: {primitive: web, agent: "ocf:heartbeat:Dummy"}}
        - bundle: box
          container: {engine: podman, image: i, replicas: 1}
          network: {ip-range-start: 192.0.2.10}
        - {primitive: db, agent: "ocf:heartbeat:Dummy"}
      """;

  private static Set<String> recorded(String name) throws Exception {
    Assessment before =
        Schedulers.of(Path.of("rules"))
            .rule(ClusterReader.read(CLUSTER, "c.yaml"), Instant.EPOCH)
            .decision()
            .before();
    return Known.recorded(before, name);
  }

  @Test
  void instancesThatDifferHaveNumbers() throws Exception {
    assertEquals(Set.of("web", "web:0", "web:1"), recorded("web"));
    assertEquals(Set.of("all", "web", "web:0", "web:1"), recorded("all"));
  }

  @Test
  void aBundleIsMadeOfResourcesOfItsOwn() throws Exception {
    assertEquals(Set.of("box", "box-podman-0", "box-ip-192.0.2.10"), recorded("box"));
  }

  @Test
  void aPrimitiveIsItself() throws Exception {
    assertEquals(Set.of("db"), recorded("db"));
  }
}

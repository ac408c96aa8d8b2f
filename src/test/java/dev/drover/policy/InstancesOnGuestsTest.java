package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.plan.ResourceView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InstancesOnGuestsTest {
  private static final Path SCENARIO =
      Path.of("scenarios/guests/found-on-a-guest-that-is-down.yaml");

  @Test
  void instancesOnNodesThatAreUpAreNumberedFirst() {
    ScenarioRun run = ScenarioRun.run(SCENARIO, Policy.scheduler(Policy.rules()));
    Map<String, List<String>> found =
        run.asked().get(0).decision().before().resources().stream()
            .flatMap(ResourceView::primitives)
            .filter(view -> view.baseName().equals("web"))
            .collect(Collectors.toMap(ResourceView::id, ResourceView::activeOn));
    assertEquals(Map.of("web:0", List.of("vm2"), "web:1", List.of("vm1")), found);
  }
}

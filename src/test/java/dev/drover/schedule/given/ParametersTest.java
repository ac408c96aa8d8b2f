package dev.drover.schedule.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.Configurations;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.Status;
import dev.drover.schedule.Defaults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static ResourceConfig resource(
      String id,
      Kind kind,
      @Nullable Agent agent,
      Map<String, String> parameters,
      List<ResourceConfig> members) {
    return new ResourceConfig(
        id,
        kind,
        agent,
        null,
        List.of(),
        List.of(SettingSet.always(id + "-params", parameters)),
        List.of(),
        List.of(),
        members,
        null);
  }

  @Test
  void aMemberIsGivenWhatItsGroupAndCloneSayUnlessItSaysOtherwise() {
    ResourceConfig web =
        resource(
            "web",
            Kind.PRIMITIVE,
            new Agent("ocf", "pacemaker", "Dummy"),
            Map.of("state", "own"),
            List.of());
    ResourceConfig group =
        resource(
            "site", Kind.GROUP, null, Map.of("state", "group", "color", "group"), List.of(web));
    ResourceConfig clone =
        resource(
            "sites", Kind.CLONE, null, Map.of("color", "clone", "sleep", "clone"), List.of(group));
    Configuration configuration =
        Configurations.of(
            List.of(),
            List.of(new NodeConfig("1", "a", NodeKind.MEMBER, List.of(), List.of())),
            List.of(clone));
    Given given =
        new Given(
            new ClusterState(configuration, new Status(true, null, null, List.of(), List.of())),
            Instant.EPOCH,
            new Defaults(Map.of(), Set.of()));
    Primitive known = given.resources().primitives().get("web");
    assertEquals(
        Map.of("state", "own", "color", "group", "sleep", "clone"),
        given.parameters().of(known, "1"));
  }
}

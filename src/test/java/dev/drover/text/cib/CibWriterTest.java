package dev.drover.text.cib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.ClusterState;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ContainerConfig;
import dev.drover.model.config.Expression;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.Status;
import dev.drover.schedule.resolve.Conditions;
import dev.drover.schedule.resolve.Context;
import dev.drover.text.yaml.ClusterReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CibWriterTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenReadsBackEqual(long seed) throws Exception {
    RandomStates states = new RandomStates(seed);
    for (int i = 0; i < 25; i++) {
      ClusterState state = states.next();
      assertEquals(state, RoundTrip.of(state));
    }
  }

  private static ClusterState withOption(@Nullable Expression condition, String value) {
    List<SettingSet> options =
        List.of(new SettingSet("options", Score.ZERO, condition, Map.of("name", value)));
    Configuration configuration =
        new Configuration(
            options, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), Map.of());
    return new ClusterState(configuration, new Status(true, null, null, List.of(), List.of()));
  }

  @Test
  void whatXmlCannotHoldIsReplaced() throws Exception {
    ClusterState state = RoundTrip.of(withOption(null, "red\u001b[31m \ud83d\ude00 \ud83d"));
    assertEquals(
        Map.of("name", "red\ufffd[31m \ud83d\ude00 \ufffd"),
        state.configuration().options().get(0).values());
  }

  @Test
  void aConditionKeepsItsMeaning() throws Exception {
    Expression never = new Expression.Any(List.of());
    Expression leaf = new Expression.AttributeTest("rack", "defined", null, null, "literal");
    Context here = Context.at(Instant.EPOCH).onNode(Map.of("rack", "1"));
    assertFalse(Conditions.holds(condition(never), here), "a rule without conditions would hold");
    assertTrue(Conditions.holds(condition(leaf), here));
    assertEquals(new Expression.All(List.of(leaf)), condition(leaf));
  }

  private static Expression condition(Expression written) throws Exception {
    Expression read =
        RoundTrip.of(withOption(written, "1")).configuration().options().get(0).condition();
    if (read == null) {
      throw new AssertionError("the condition is lost");
    }
    return read;
  }

  @Test
  void aBundlesMappingsGetTheIdsThatACibNeeds() throws Exception {
    ClusterState state =
        ClusterReader.read(
            """
            nodes: [a]
            resources:
              - bundle: box
                container: {image: web}
                ports: [{port: 80}, {port: 443}]
                storage: [{source-dir: /srv, target-dir: /srv}]
            """,
            "bundle");
    ContainerConfig container = RoundTrip.of(state).configuration().resources().get(0).container();
    assertEquals(
        List.of(
            Map.of("id", "box-port-0", "port", "80"), Map.of("id", "box-port-1", "port", "443")),
        container.ports());
    assertEquals("box-storage-0", container.storage().get(0).get("id"));
  }

  @Test
  void noIdStandsTwice() throws Exception {
    ClusterState state =
        ClusterReader.read(
            """
            nodes: [a]
            templates: [{template: t, agent: "ocf:x:y", options: {priority: 1}}]
            resources:
              - {primitive: one, template: t, operations: {monitor: 10s}}
              - {primitive: two, template: t}
              - {primitive: set-1, template: t}
            constraints:
              - {order-sets: [[one, two]]}
              - {colocate-sets: [[one], [two]], score: 10}
            """,
            "twice");
    String written = CibWriter.write(state);
    List<String> ids =
        Pattern.compile("<(?!resource_ref)[a-z_]+ id=\"([^\"]+)\"")
            .matcher(written.substring(0, written.indexOf("<status")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(List.of(), ids.stream().filter(id -> Collections.frequency(ids, id) > 1).toList());
    assertTrue(ids.containsAll(List.of("one", "two", "set-1", "t", "set-1-2")), ids.toString());
    assertEquals(
        state.configuration().resources().stream().map(ResourceConfig::id).toList(),
        RoundTrip.of(state).configuration().resources().stream().map(ResourceConfig::id).toList());
  }
}

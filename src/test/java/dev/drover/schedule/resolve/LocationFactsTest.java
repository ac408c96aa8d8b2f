package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.fact.Preference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocationFactsTest {
  private static LocationFacts facts(String constraints) {
    Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    nodes.put("1", Map.of("#uname", "n1", "rack", "r1", "weight-db", "7", "bad", "x"));
    nodes.put("2", Map.of("#uname", "n2", "rack", "r2"));
    Located.ResourceValues values =
        new Located.ResourceValues() {
          @Override
          public Map<String, String> meta(String resource) {
            return Map.of("home", "r2");
          }

          @Override
          public Map<String, String> parameters(String resource, String nodeId) {
            return Map.of();
          }
        };
    Located located = new Located(nodes, Map.of("n1", "1", "n2", "2"), values);
    Configuration written = Written.with(constraints, "a", "b", "ip-db", "ip-web");
    return LocationFacts.of(written, new Names(written), Instant.EPOCH, located);
  }

  private static Preference prefers(String id, String resource, String node, int score) {
    return new Preference(id, resource, node, new Score(score), null, null);
  }

  @Test
  void whatRunsInsideOfABundleStandsForTheCloneOfIt() {
    LocationFacts facts = facts("<rsc_location id=\"l\" rsc=\"b1\" node=\"n2\" score=\"50\"/>");
    assertEquals(List.of(prefers("l", "B-master", "2", 50)), facts.preferences());
  }

  @Test
  void aNodeIsPreferredByName() {
    LocationFacts facts =
        facts(
            """
            <rsc_location id="l" rsc="a" node="n2" score="50"/>
            <rsc_location id="gone" rsc="a" node="n9" score="50"/>
            <rsc_location id="p" rsc="C" role="Promoted" node="n1" score="-INFINITY"/>
            <rsc_location id="u" rsc="c" role="Unpromoted" node="n1" score="1"/>
            """);
    assertEquals(
        List.of(
            prefers("l", "a", "2", 50),
            new Preference("p", "C", "1", Score.MINUS_INFINITY, Role.PROMOTED, null),
            prefers("u", "C", "1", 1)),
        facts.preferences(),
        "an unknown node counts for nothing, unpromoted for any role, a member for its clone");
  }

  @Test
  void aRuleIsEvaluatedForEveryNode() {
    LocationFacts facts =
        facts(
            """
            <rsc_location id="l" rsc="a">
              <rule id="r" score="9" role="Promoted" boolean-op="or">
                <expression id="e" attribute="rack" operation="eq" value="home" value-source="meta"/>
              </rule>
            </rsc_location>
            """);
    assertEquals(
        List.of(new Preference("r", "a", "2", new Score(9), Role.PROMOTED, null)),
        facts.preferences());
  }

  @Test
  void aPatternMeansOutermostResourcesAndGivesNamesItsGroups() {
    LocationFacts facts =
        facts(
            """
            <rsc_location id="l" rsc-pattern="^ip-(.*)$">
              <rule id="r" score-attribute="weight-%1"><expression id="e" attribute="rack" operation="defined"/></rule>
            </rsc_location>
            <rsc_location id="not" rsc-pattern="!^(ip|[[:alpha:]]$|t)" node="n1" score="1"/>
            <rsc_location id="alpha" rsc-pattern="^[[:alpha:]]$" node="n1" score="2"/>
            """);
    assertEquals(
        List.of(
            prefers("r", "ip-db", "1", 7),
            prefers("alpha", "a", "1", 2),
            prefers("alpha", "b", "1", 2),
            prefers("alpha", "C", "1", 2),
            prefers("alpha", "B", "1", 2)),
        facts.preferences());
  }

  @Test
  void setsTagsAndTemplatesNameSeveral() {
    LocationFacts facts =
        facts(
            """
            <rsc_location id="tag" rsc="G" node="n1" score="1"/>
            <rsc_location id="template" rsc="T" node="n1" score="2"/>
            <rsc_location id="set" node="n1" score="3" resource-discovery="exclusive">
              <resource_set id="s" score="4"><resource_ref id="G"/><resource_ref id="C"/></resource_set>
            </rsc_location>
            """);
    assertEquals(
        List.of(
            "tag a 1",
            "tag b 1",
            "template t1 2",
            "template t2 2",
            "set a 4",
            "set b 4",
            "set C 4"),
        facts.preferences().stream()
            .map(p -> p.id() + " " + p.resource() + " " + p.score())
            .toList());
    assertEquals(Set.of("a", "b", "C"), facts.exclusive());
  }

  @Test
  void aScoreThatIsNoneCountsForNothing() {
    LocationFacts facts =
        facts(
            """
            <rsc_location id="l" rsc="a" resource-discovery="exclusive">
              <rule id="r" score-attribute="bad"><expression id="e" attribute="rack" operation="defined"/></rule>
            </rsc_location>
            """);
    assertEquals(List.of(), facts.preferences());
    assertEquals(
        Set.of("a"),
        facts.exclusive(),
        "the resource is looked for nowhere, since no node matched");
  }
}

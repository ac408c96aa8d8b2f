package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.NodeKind;
import dev.drover.model.Score;
import dev.drover.model.config.Expression;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.NodeState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Context NOW = Context.at(Instant.EPOCH);

  private static SettingSet set(String id, int score, String name, String value) {
    return new SettingSet(id, new Score(score), null, Map.of(name, value));
  }

  @Test
  void theHighestScoreWinsAndThenTheFirst() {
    List<SettingSet> sets =
        List.of(set("a", 0, "x", "1"), set("b", 0, "x", "2"), set("c", 5, "y", "3"));
    assertEquals(Map.of("y", "3", "x", "1"), Settings.resolve(sets, NOW));
    List<SettingSet> stronger = List.of(set("a", 0, "x", "1"), set("b", 1, "x", "2"));
    assertEquals(Map.of("x", "2"), Settings.resolve(stronger, NOW));
  }

  @Test
  void theBootstrapOptionsWinOverAnyScore() {
    List<SettingSet> sets =
        List.of(set("mine", 100, "x", "1"), set("cib-bootstrap-options", 0, "x", "2"));
    assertEquals(Map.of("x", "2"), Settings.resolve(sets, NOW));
  }

  @Test
  void aSetCountsOnlyWhileItsConditionHolds() {
    Expression never = new Expression.Any(List.of());
    List<SettingSet> sets =
        List.of(
            new SettingSet("a", Score.INFINITY, never, Map.of("x", "1")), set("b", 0, "x", "2"));
    assertEquals(Map.of("x", "2"), Settings.resolve(sets, NOW));
  }

  @Test
  void theDefaultMarkTakesBackWhatStrongerSetsSaid() {
    List<SettingSet> sets =
        List.of(set("a", 9, "x", "1"), set("b", 5, "x", "#default"), set("c", 1, "x", "3"));
    assertEquals(Map.of("x", "3"), Settings.resolve(sets, NOW));
  }

  @Test
  void transientNodeAttributesWinOverPermanentOnes() {
    SettingSet permanent =
        SettingSet.always("n1-attributes", Map.of("rack", "1", "standby", "off", "#uname", "liar"));
    NodeConfig config = new NodeConfig("1", "n1", NodeKind.MEMBER, List.of(permanent), List.of());
    NodeState state =
        new NodeState(
            "1", "n1", false, null, null, null, null, Map.of(), Map.of("standby", "on"), List.of());
    Map<String, String> attributes =
        new NodeAttributes(Instant.EPOCH, "blue", "1")
            .of("1", "n1", NodeKind.MEMBER, config, state);
    assertEquals(
        Map.of(
            "#uname",
            "n1",
            "#id",
            "1",
            "#kind",
            "cluster",
            "#is_dc",
            "true",
            "#cluster-name",
            "blue",
            "#site-name",
            "blue",
            "rack",
            "1",
            "standby",
            "on"),
        attributes);
  }
}

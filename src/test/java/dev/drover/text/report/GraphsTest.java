package dev.drover.text.report;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Score;
import dev.drover.plan.ActionKind;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.ScoreLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphsTest {
  private final DecisionBuilder plan = new DecisionBuilder().nodes(node("a"), node("b"));

  @Test
  void dotShowsWhatIsDoneWhatIsMissedAndWhatWaits() {
    plan.resource(primitive("p").on("a"))
        .resource(primitive("q"))
        .resource(primitive("u").on("a").unmanaged());
    plan.resource(cloneOf("web-clone", primitive("web:0").on("a").knownAs("web")));
    plan.does("p", "stop", "a", null);
    plan.cannot("q", "start", null, null);
    plan.fences(ActionKind.FENCE, "b", "reboot", null);
    plan.action(
        ActionKind.PSEUDO, "web-clone_stop_0", "web-clone", "stop", 0, null, true, true, null);
    plan.does("web:0", "stop", "a", null);
    plan.spares("p", "start", "a");
    plan.cannot("u", "stop", "a", null);
    plan.action(ActionKind.CLUSTER, "do_shutdown-a", null, "do_shutdown", 0, "a", true, true, null);
    plan.action(ActionKind.RESOURCE, "p_monitor_5000", "p", "cancel", 5000, "a", true, true, null);
    plan.order(4, 5, true)
        .order(3, 1, true)
        .order(1, 2, false)
        .order(6, 1, false)
        .order(5, 4, false);
    assertEquals(
        """
         digraph "g" {
        "Cancel p_monitor_5000 a" [ style=bold color="green" fontcolor="black"]
        "do_shutdown a" [ style=bold color="green" fontcolor="black"]
        "p_stop_0 a" -> "q_start_0 <none>" [ style = dashed]
        "p_stop_0 a" [ style=bold color="green" fontcolor="black"]
        "q_start_0 <none>" [ style=dashed color="red" fontcolor="black"]
        "stonith 'reboot' b" -> "p_stop_0 a" [ style = bold]
        "stonith 'reboot' b" [ style=bold color="green" fontcolor="black"]
        "web-clone_stop_0" -> "web_stop_0 a" [ style = bold]
        "web-clone_stop_0" [ style=bold color="green" fontcolor="orange"]
        "web_stop_0 a" -> "web-clone_stop_0" [ style = dashed]
        "web_stop_0 a" [ style=bold color="green" fontcolor="black"]
        }
        """,
        DotReport.of(plan.build()));
  }

  @Test
  void xmlHoldsOneSynapseForEachActionWithItsInputs() {
    plan.resource(cloneOf("web-clone", primitive("web:0").on("a").knownAs("web")));
    plan.does("web:0", "stop", "a", null);
    plan.action(ActionKind.RESOURCE, "web:0", "monitor", 10_000, "a", true, true, null);
    plan.cannot("web:0", "start", "b", null);
    plan.order(1, 2, true).order(2, 1, false);
    assertEquals(
        """
        <transition_graph transition_id="0">
          <synapse id="0">
            <action_set>
              <rsc_op id="1" operation="stop" operation_key="web_stop_0" internal_operation_key="web:0_stop_0"\
         on_node="a" on_node_uuid="id-a">
                <primitive id="web" long-id="web:0" class="ocf" provider="acme" type="shop"/>
                <attributes/>
              </rsc_op>
            </action_set>
            <inputs>
            </inputs>
          </synapse>
          <synapse id="1">
            <action_set>
              <rsc_op id="2" operation="monitor" operation_key="web_monitor_10000"\
         internal_operation_key="web:0_monitor_10000" on_node="a" on_node_uuid="id-a">
                <primitive id="web" long-id="web:0" class="ocf" provider="acme" type="shop"/>
                <attributes CRM_meta_interval="10000"/>
              </rsc_op>
            </action_set>
            <inputs>
              <trigger>
                <rsc_op id="1" operation="stop" operation_key="web_stop_0" internal_operation_key="web:0_stop_0"\
         on_node="a" on_node_uuid="id-a"/>
              </trigger>
            </inputs>
          </synapse>
        </transition_graph>
        """,
        GraphReport.of(plan.build()));
  }

  @Test
  void fencingTakesGuestsDownWithTheirHost() {
    plan.nodes(node("box").guestOf("vm")).resource(primitive("vm").on("b"));
    plan.fences(ActionKind.FENCE, "b", "reboot", null).fences(ActionKind.FENCE, "a", "on", null);
    String xml = GraphReport.of(plan.build());
    assertTrue(
        xml.contains(
            """
                    <attributes CRM_meta_stonith_action="reboot"/>
                    <downed>
                      <node id="id-b"/>
                      <node id="id-box"/>
                    </downed>
            """),
        xml);
    assertFalse(xml.contains("<node id=\"id-a\"/>"), xml);
  }

  @Test
  void theStopOfAConnectionTakesItsNodeDownUnlessItMigrates() {
    plan.nodes(node("far").remote()).resource(primitive("far").on("a"));
    plan.does("far", "stop", "a", null).does("far", "migrate_from", "b", null);
    assertTrue(GraphReport.of(plan.build()).contains("<node id=\"id-far\"/>"));
    plan.order(2, 1, true);
    assertFalse(GraphReport.of(plan.build()).contains("<downed>"));
  }

  @Test
  void scoresAreSorted() {
    assertEquals(
        """

        place: p allocation score on a: -INFINITY
        place: p allocation score on b: 7
        p promotion score (inactive): 0
        p promotion score on b: INFINITY
        """
            .lines()
            .sorted()
            .map(line -> line + "\n")
            .reduce("", String::concat),
        ScoreReport.of(
            List.of(
                new ScoreLine("place", "p", "b", new Score(7)),
                new ScoreLine(ScoreLine.PROMOTION, "p", "", Score.ZERO),
                new ScoreLine("place", "p", "a", Score.MINUS_INFINITY),
                new ScoreLine(ScoreLine.PROMOTION, "p", "b", Score.INFINITY))));
  }
}

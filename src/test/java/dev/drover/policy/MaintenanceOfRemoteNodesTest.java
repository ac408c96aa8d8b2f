package dev.drover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.execute.Bookkeeping;
import dev.drover.execute.StatusDraft;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;
import dev.drover.plan.Decision;
import dev.drover.text.report.GraphReport;
import dev.drover.text.yaml.ClusterReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A remote node is told once that it went into maintenance, and once that it came out of it. */
class MaintenanceOfRemoteNodesTest {
  private static ClusterState cluster(boolean maintenance, String told) throws Exception {
    ClusterState state =
        ClusterReader.read(
            """
            cluster: small
            options: {fencing-enabled: true, startup-fencing: false}
            nodes:
              quay:
              far: {kind: remote, attributes: {maintenance: %s}}
            resources:
              - {primitive: far, agent: "ocf:pacemaker:remote"}
              - {primitive: fencer, agent: "stonith:fence_xvm"}
            """
                .formatted(maintenance),
            "small.yaml");
    StatusDraft draft = new StatusDraft(state);
    draft.node("quay").online();
    draft.node("far", true).flags().put(NodeState.IN_MAINTENANCE, told);
    return draft.toState();
  }

  private static Decision decide(ClusterState state) {
    return Policy.scheduler(Policy.rules()).decide(state, Instant.ofEpochSecond(1_000));
  }

  private static List<Action> told(Decision decision) {
    return decision.plan().executed().stream()
        .filter(action -> action.task().equals(Action.TELL_MAINTENANCE))
        .toList();
  }

  private static List<Map<String, String>> toldNow(boolean maintenance, String told)
      throws Exception {
    return told(decide(cluster(maintenance, told))).stream().map(Action::parameters).toList();
  }

  @Test
  void aNodeIsToldOfWhatItsReportDoesNotSayYet() throws Exception {
    assertEquals(List.of(Map.of("far", "true")), toldNow(true, "0"));
    assertEquals(List.of(Map.of("far", "false")), toldNow(false, "1"));
    assertEquals(List.of(), toldNow(true, "1"));
    assertEquals(List.of(), toldNow(false, "0"));
  }

  @Test
  void onceToldItIsNotToldAgain() throws Exception {
    ClusterState before = cluster(true, "0");
    StatusDraft draft = new StatusDraft(before);
    Bookkeeping.noteMaintenance(draft, told(decide(before)).get(0));
    assertEquals(List.of(), told(decide(draft.toState())));
  }

  @Test
  void theGraphNamesTheNodes() throws Exception {
    String graph = GraphReport.of(decide(cluster(true, "0")));
    String maintenance =
        graph.substring(graph.indexOf("<maintenance>"), graph.indexOf("</maintenance>"));
    assertEquals(
        "<maintenance><node id=\"far\" node_in_maintenance=\"1\"/>",
        maintenance.replaceAll(">\\s+<", "><").strip());
  }
}

package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.text.yaml.ClusterReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fencing asks for, and what is known of a node after it. */
class FencedTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private static Action fence(Map<String, String> parameters) {
    return new Action(
        1,
        ActionKind.FENCE,
        "stonith-quay",
        null,
        "stonith",
        0,
        "quay",
        true,
        true,
        true,
        false,
        parameters,
        null);
  }

  private static NodeState after(Action action, boolean remote) throws Exception {
    ClusterState before =
        ClusterReader.read(
            "cluster: small\nnodes: [quay]\nresources: [{primitive: web, agent: lsb:web}]\n",
            "small.yaml");
    StatusDraft draft = new StatusDraft(before);
    draft.node("quay").attributes().put("shutdown", "900");
    Fenced.write(draft, action, remote, NOW);
    return draft.toState().status().nodes().get(0);
  }

  @Test
  void aFencedNodeIsDownAndKnowsNothing() throws Exception {
    NodeState node = after(fence(Map.of("stonith_action", "off")), false);
    assertEquals("false", node.inCluster());
    assertEquals("down", node.expected());
    assertEquals(Map.of(), node.attributes());
    assertEquals(Map.of(), node.flags());
  }

  @Test
  void aFencedRemoteNodeIsMarkedUntilItsConnectionComesUp() throws Exception {
    assertEquals("1", after(fence(Map.of()), true).flags().get(Fenced.FLAG));
  }

  @Test
  void aNodeThatIsSwitchedOnRemembersByWhichDefinition() throws Exception {
    NodeState node = after(fence(Map.of("stonith_action", "on", "digests-all", "dev:x:1,")), false);
    assertEquals("true", node.inCluster());
    assertEquals("1000", node.attributes().get("#node-unfenced"));
    assertEquals("dev:x:1,", node.attributes().get("#digests-all"));
    assertEquals("900", node.attributes().get("shutdown"));
  }

  @Test
  void anOrderHasVerbAndDelayFromItsAction() {
    FenceOrder order = FenceOrder.of(fence(Map.of("stonith_action", "reboot", Action.DELAY, "15")));
    assertEquals(new FenceOrder("quay", "reboot", Duration.ofSeconds(15)), order);
    assertEquals(
        new FenceOrder("quay", "off", Duration.ZERO),
        FenceOrder.of(fence(Map.of(Action.DELAY, "soon"))));
  }
}

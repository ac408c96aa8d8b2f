package dev.drover.execute;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionRecorderTest {
  private static Action last(Decision decision) {
    List<Action> actions = decision.plan().actions();
    return actions.get(actions.size() - 1);
  }

  private static int expected(DecisionBuilder builder) {
    Decision decision = builder.build();
    return new ActionRecorder(decision).expectedRc(last(decision));
  }

  @Test
  void aProbeIsToFindAServiceAsThePlanBelievesItToBe() {
    assertEquals(
        7,
        expected(
            new DecisionBuilder()
                .resource(primitive("shop"))
                .does("shop", "monitor", "quay", null)));
    assertEquals(
        0,
        expected(
            new DecisionBuilder()
                .resource(primitive("shop").on("quay"))
                .does("shop", "monitor", "quay", null)));
    assertEquals(
        8,
        expected(
            new DecisionBuilder()
                .resource(primitive("shop").on("quay", Role.PROMOTED))
                .does("shop", "monitor", "quay", null)));
  }

  @Test
  void aRecurringMonitorIsToFindWhatThePlanLeavesBehind() {
    DecisionBuilder promotes =
        new DecisionBuilder()
            .resource(primitive("shop").on("dock"))
            .next("shop", Role.PROMOTED, "quay")
            .action(ActionKind.RESOURCE, "shop", "monitor", 10_000, "quay", true, true, null);
    assertEquals(8, expected(promotes));
    DecisionBuilder leaves =
        new DecisionBuilder()
            .resource(primitive("shop").on("dock"))
            .next("shop", Role.STARTED, "quay")
            .action(ActionKind.RESOURCE, "shop", "monitor", 10_000, "dock", true, true, null);
    assertEquals(0, expected(leaves), "it is repeated before the service leaves");
  }

  @Test
  void nodesKnowTheInstancesOfAnAnonymousCloneByTheBareName() {
    Decision decision =
        new DecisionBuilder()
            .nodes(node("quay"))
            .resource(cloneOf("web", primitive("shop:0"), primitive("shop:1")))
            .build();
    ResourceNames names = new ResourceNames(decision.before());
    assertEquals("shop", names.configured("shop:1"));
  }

  @Test
  void nodesKnowTheInstancesOfAUniqueCloneByNumber() {
    Decision decision =
        new DecisionBuilder()
            .resource(cloneOf("web", primitive("shop:0"), primitive("shop:1")).unique())
            .build();
    assertEquals("shop:1", new ResourceNames(decision.before()).configured("shop:1"));
  }

  @Test
  void remoteNodesAreToldFromMembers() {
    Decision decision = new DecisionBuilder().nodes(node("quay"), node("far").remote()).build();
    ResourceNames names = new ResourceNames(decision.before());
    assertTrue(names.isRemote("far"));
    assertFalse(names.isRemote("quay"));
  }
}

package dev.drover.execute;

import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.group;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionOrderTest {
  @Test
  void resourcesComeAsConfiguredClonesAfterTheirInstancesAndFencingLast() {
    Decision decision =
        new DecisionBuilder()
            .resource(group("pair", primitive("till")))
            .resource(cloneOf("web", primitive("shop:0")))
            .fences(ActionKind.FENCE, "dock", "reboot", null)
            .action(ActionKind.PSEUDO, "web", "start", 0, null, true, true, null)
            .does("shop:0", "stop", "quay", null)
            .does("shop:0", "start", "quay", null)
            .does("till", "start", "quay", null)
            .action(ActionKind.PSEUDO, "pair", "start", 0, null, true, true, null)
            .cannot("till", "stop", "dock", null)
            .build();
    assertEquals(
        List.of(
            "pair_start_0",
            "till_start_0",
            "shop:0_start_0",
            "shop:0_stop_0",
            "web_start_0",
            "stonith-dock-reboot"),
        ExecutionOrder.of(decision.before(), decision.plan()).stream().map(Action::key).toList());
  }
}

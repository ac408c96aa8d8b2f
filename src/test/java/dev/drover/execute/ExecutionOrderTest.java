package dev.drover.execute;

import static dev.drover.plan.ViewBuilder.bundle;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.group;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.BundleView;
import dev.drover.plan.BundleView.Replica;
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

  @Test
  void ofABundleComesWhatRunsInsideThenEachReplicaFromItsAddressToItsConnection() {
    BundleView parts =
        new BundleView("web:1", List.of(new Replica(0, "10.0.0.1", "ip", "box", "link", "web:0")));
    Decision decision =
        new DecisionBuilder()
            .resource(
                bundle(
                    "site",
                    parts,
                    primitive("box"),
                    primitive("ip"),
                    primitive("link"),
                    cloneOf("inside", primitive("web:0"))))
            .action(ActionKind.PSEUDO, "site", "start", 0, null, true, true, null)
            .does("box", "start", "quay", null)
            .does("ip", "start", "quay", null)
            .does("link", "start", "quay", null)
            .does("web:0", "start", "site-0", null)
            .build();
    assertEquals(
        List.of("web:0_start_0", "ip_start_0", "box_start_0", "link_start_0", "site_start_0"),
        ExecutionOrder.of(decision.before(), decision.plan()).stream().map(Action::key).toList());
  }
}

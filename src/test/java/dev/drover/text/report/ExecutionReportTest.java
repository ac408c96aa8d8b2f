package dev.drover.text.report;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.DecisionBuilder;
import dev.drover.plan.Executed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionReportTest {
  private final DecisionBuilder plan = new DecisionBuilder().nodes(node("a"), node("b"));

  @Test
  void everyKindOfActionHasItsForm() {
    plan.resource(primitive("till")).resource(primitive("a-name-that-is-long"));
    plan.does("till", "start", "a", null);
    plan.action(ActionKind.RESOURCE, "till", "monitor", 10_000, "a", true, true, null);
    plan.action(
        ActionKind.RESOURCE, "till_monitor_5000", "till", "cancel", 5000, "b", true, true, null);
    plan.does("a-name-that-is-long", "stop", "b", null);
    plan.action(ActionKind.PSEUDO, "shop_running_0", "shop", "running", 0, null, true, true, null);
    plan.action(ActionKind.PSEUDO, "till_stop_0", "till", "stop", 0, "b", true, true, null);
    plan.fences(ActionKind.FENCE, "b", "reboot", null);
    plan.fences(ActionKind.PSEUDO, "box", "off", null);
    plan.action(
        ActionKind.CLUSTER,
        "till_clear_failcount_0",
        "till",
        "clear_failcount",
        0,
        "a",
        true,
        true,
        null);
    plan.action(ActionKind.CLUSTER, "do_shutdown-a", null, "do_shutdown", 0, "a", true, true, null);
    assertEquals(
        """
        Executing Cluster Transition:
          * Resource action: till            start on a
          * Resource action: till            monitor=10000 on a
          * Resource action: till            cancel=5000 on b
          * Resource action: a-name-that-is-long stop on b
          * Pseudo action:   shop_running_0
          * Pseudo action:   till_stop_0
          * Fencing b (reboot)
          * Pseudo action:   stonith-box-off on box
          * Cluster action:  clear_failcount for till on a
          * Cluster action:  do_shutdown on a
        """,
        executed());
  }

  @Test
  void anAnonymousInstanceGoesByTheNameThatNodesKnow() {
    plan.resource(
        cloneOf("web-clone", primitive("web:0").on("a").knownAs("web"), primitive("web:1")));
    plan.does("web:0", "stop", "a", null).does("web:1", "start", "b", null);
    plan.action(ActionKind.PSEUDO, "web:0", "stop", 0, "a", true, true, null);
    assertEquals(
        """
        Executing Cluster Transition:
          * Resource action: web             stop on a
          * Resource action: web             start on b
          * Pseudo action:   web_stop_0
        """,
        executed());
  }

  @Test
  void instancesAreToldWhatHasBeenDoneWhateverBroughtItAbout() {
    Map<String, String> fenced =
        Map.of(
            "notify_key_type",
            "post",
            "notify_key_operation",
            "stonith",
            "notify_type",
            "post",
            "notify_operation",
            "stop");
    plan.resource(cloneOf("db-clone", primitive("db:0").on("a").knownAs("db")));
    plan.action(ActionKind.PSEUDO, "db:0", "notify", 0, null, true, true, null).with(fenced);
    plan.action(ActionKind.PSEUDO, "db:0", "notified", 0, null, true, true, null).with(fenced);
    assertEquals(
        """
        Executing Cluster Transition:
          * Pseudo action:   db_post_notify_stop_0
          * Pseudo action:   db_notified_0
        """,
        executed());
  }

  @Test
  void anInstanceThatNoNodeKnowsKeepsItsNumber() {
    plan.resource(cloneOf("web-clone", primitive("web:0"), primitive("web:1")));
    plan.does("web:1", "start", "b", null);
    plan.action(
        ActionKind.CLUSTER,
        "web:1_clear_failcount_0",
        "web:1",
        "clear_failcount",
        0,
        "b",
        true,
        true,
        null);
    assertEquals(
        """
        Executing Cluster Transition:
          * Resource action: web:1           start on b
          * Cluster action:  clear_failcount for web on b
        """,
        executed());
  }

  @Test
  void instancesThatDifferKeepTheirNumbers() {
    plan.resource(
        cloneOf("ip-clone", primitive("ip:0").unique(), primitive("ip:1").unique()).unique());
    plan.does("ip:1", "start", "b", null);
    assertEquals(
        "Executing Cluster Transition:\n  * Resource action: ip:1            start on b\n",
        executed());
  }

  @Test
  void aPretendedFailureIsToldBelowItsAction() {
    plan.resource(primitive("till")).does("till", "start", "a", null);
    Decision decision = plan.build();
    assertEquals(
        "Executing Cluster Transition:\n  * Resource action: till            start on a\n"
            + "Pretending action 1 failed with rc=5\n",
        ExecutionReport.of(
            decision, List.of(new Executed(decision.plan().actions().get(0), true, 5))));
  }

  private String executed() {
    Decision decision = plan.build();
    return ExecutionReport.of(
        decision,
        decision.plan().executed().stream().map(action -> Executed.done(action, 0)).toList());
  }
}

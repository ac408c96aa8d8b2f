package dev.drover.plan;

import static dev.drover.plan.NodeBuilder.node;
import static dev.drover.plan.ViewBuilder.bundle;
import static dev.drover.plan.ViewBuilder.cloneOf;
import static dev.drover.plan.ViewBuilder.group;
import static dev.drover.plan.ViewBuilder.primitive;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import dev.drover.plan.Change.NodeVerb;
import dev.drover.plan.Change.OfNode;
import dev.drover.plan.Change.OfResource;
import dev.drover.plan.Change.ResourceVerb;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final DecisionBuilder plan = new DecisionBuilder().nodes(node("a"), node("b"));

  @Test
  void fencedNodesComeFirstAndTheLastDecidedLeads() {
    plan.nodes(node("box").guestOf("vm"));
    plan.fences(ActionKind.FENCE, "a", "reboot", "p failed there");
    plan.fences(ActionKind.PSEUDO, "box", "off", "guest is unclean");
    plan.action(ActionKind.CLUSTER, "do_shutdown-b", null, "do_shutdown", 0, "b", true, true, null);
    plan.action(ActionKind.PSEUDO, "all_stopped", null, "all_stopped", 0, null, true, true, null);
    assertEquals(
        List.of(
            new OfNode(NodeVerb.SHUT_DOWN, "b", null, null, null),
            new OfNode(NodeVerb.FENCE, "box", "off", "vm", "guest is unclean"),
            new OfNode(NodeVerb.FENCE, "a", "reboot", null, "p failed there")),
        Changes.of(plan.build()));
  }

  @Test
  void aFenceThatIsNotNeededIsNoChange() {
    plan.action(
        ActionKind.FENCE, "stonith-a-on", null, "stonith", 0, "a", false, true, "left over");
    assertEquals(List.of(), Changes.of(plan.build()));
  }

  @Test
  void stoppedResourceStarts() {
    plan.resource(primitive("p")).next("p", Role.STARTED, "a").does("p", "start", "a", null);
    expect(ResourceVerb.START, Role.STOPPED, Role.STARTED, null, "a", false, null);
  }

  @Test
  void aStartThatCannotRunIsBlocked() {
    plan.resource(primitive("p"))
        .next("p", Role.STARTED, "a")
        .cannot("p", "start", "a", "unrunnable q start");
    expect(ResourceVerb.START, Role.STOPPED, Role.STARTED, null, "a", true, "unrunnable q start");
  }

  @Test
  void stopHasTheReasonOfItsStop() {
    plan.resource(primitive("p").on("a"))
        .next("p", Role.STOPPED, null)
        .does("p", "stop", "a", "node availability");
    expect(ResourceVerb.STOP, Role.STARTED, Role.STOPPED, "a", null, false, "node availability");
  }

  @Test
  void stopFallsBackOnTheReasonOfItsStart() {
    plan.resource(primitive("p").on("a")).next("p", Role.STOPPED, null);
    plan.cannot("p", "start", null, "lost ticket").does("p", "stop", "a", null);
    expect(ResourceVerb.STOP, Role.STARTED, Role.STOPPED, "a", null, false, "lost ticket");
  }

  @Test
  void activeTwiceStopsTwice() {
    plan.resource(primitive("p").on("a").on("b")).next("p", Role.STOPPED, null);
    plan.does("p", "stop", "a", "one").does("p", "stop", "b", "two");
    assertEquals(
        List.of(
            new OfResource(
                ResourceVerb.STOP, "p", Role.STARTED, Role.STOPPED, "a", null, false, "one"),
            new OfResource(
                ResourceVerb.STOP, "p", Role.STARTED, Role.STOPPED, "b", null, false, "two")),
        Changes.of(plan.build()));
  }

  @Test
  void runningResourceThatCannotStartAgainStops() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "b");
    plan.does("p", "stop", "a", null).cannot("p", "start", "b", "colocation with q");
    expect(ResourceVerb.STOP, Role.STARTED, Role.STARTED, "a", null, false, "colocation with q");
  }

  @Test
  void resourceMoves() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "b");
    plan.does("p", "stop", "a", "node availability").does("p", "start", "b", null);
    expect(ResourceVerb.MOVE, Role.STARTED, Role.STARTED, "a", "b", false, "node availability");
  }

  @Test
  void resourceMigratesWhereItCan() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "b");
    plan.does("p", "stop", "a", null)
        .does("p", "start", "b", null)
        .does("p", "migrate_from", "b", null);
    expect(ResourceVerb.MIGRATE, Role.STARTED, Role.STARTED, "a", "b", false, null);
  }

  @Test
  void failedResourceRecoversInPlaceOrElsewhere() {
    plan.resource(primitive("p").on("a").failed()).next("p", Role.STARTED, "a");
    plan.does("p", "stop", "a", null).does("p", "start", "a", null);
    expect(ResourceVerb.RECOVER, Role.STARTED, Role.STARTED, "a", "a", false, null);
    plan.next("p", Role.STARTED, "b").does("p", "start", "b", null);
    expect(ResourceVerb.RECOVER, Role.STARTED, Role.STARTED, "a", "b", false, null);
  }

  @Test
  void failedInstanceRecoversIntoAnotherRole() {
    plan.resource(primitive("p").on("a", Role.PROMOTED).failed()).next("p", Role.UNPROMOTED, "a");
    plan.does("p", "stop", "a", "failure").does("p", "start", "a", "again");
    expect(ResourceVerb.RECOVER, Role.PROMOTED, Role.UNPROMOTED, "a", "a", false, "again");
  }

  @Test
  void restartHasTheReasonOfItsStart() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "a");
    plan.does("p", "stop", "a", "x").does("p", "start", "a", "required q start");
    expect(ResourceVerb.RESTART, Role.STARTED, Role.STARTED, "a", "a", false, "required q start");
  }

  @Test
  void reloadTakesPrecedenceOverStayingPut() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "a");
    plan.spares("p", "start", "a").does("p", "reload-agent", "a", "resource definition change");
    expect(ResourceVerb.RELOAD, Role.STARTED, Role.STARTED, "a", "a", false, null);
  }

  @Test
  void aReloadThatWasCalledOffIsNoReload() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "a");
    plan.spares("p", "start", "a").spares("p", "reload-agent", "a");
    assertEquals(List.of(), Changes.of(plan.build()));
  }

  @Test
  void rolesChangeInPlace() {
    plan.resource(primitive("p").on("a", Role.UNPROMOTED)).next("p", Role.PROMOTED, "a");
    plan.does("p", "promote", "a", null);
    expect(ResourceVerb.PROMOTE, Role.UNPROMOTED, Role.PROMOTED, "a", "a", false, null);
  }

  @Test
  void whatMerelyRunsInAPromotableCloneIsUnpromoted() {
    plan.resource(
        cloneOf("p-clone", primitive("p").on("a", Role.STARTED).promotable()).promotable());
    plan.next("p", Role.PROMOTED, "a").does("p", "promote", "a", null);
    expect(ResourceVerb.PROMOTE, Role.UNPROMOTED, Role.PROMOTED, "a", "a", false, null);
  }

  @Test
  void demotionThatCannotRunIsBlocked() {
    plan.resource(primitive("p").on("a", Role.PROMOTED)).next("p", Role.UNPROMOTED, "a");
    plan.cannot("p", "demote", "a", null);
    expect(ResourceVerb.DEMOTE, Role.PROMOTED, Role.UNPROMOTED, "a", "a", true, null);
  }

  @Test
  void promotedInstanceIsPromotedAfresh() {
    plan.resource(primitive("p").on("a", Role.PROMOTED).failed()).next("p", Role.PROMOTED, "a");
    plan.does("p", "demote", "a", "failure")
        .does("p", "promote", "a", "x")
        .spares("p", "start", "a");
    expect(ResourceVerb.REPROMOTE, Role.PROMOTED, Role.PROMOTED, "a", "a", false, "failure");
  }

  @Test
  void whatStaysAndWhatIsUnmanagedIsNoChange() {
    plan.resource(primitive("p").on("a")).next("p", Role.STARTED, "a").spares("p", "stop", "a");
    plan.resource(primitive("q").on("a").unmanaged())
        .next("q", Role.STOPPED, null)
        .does("q", "stop", "a", null);
    plan.resource(primitive("r")).next("r", Role.STOPPED, null).spares("r", "stop", "a");
    assertEquals(List.of(), Changes.of(plan.build()));
  }

  @Test
  void recurringActionsAreNotMistakenForStarts() {
    plan.resource(primitive("p")).next("p", Role.STARTED, "a");
    plan.action(ActionKind.RESOURCE, "p", "start", 10, "a", true, false, "wrong")
        .does("p", "start", "a", "right");
    expect(ResourceVerb.START, Role.STOPPED, Role.STARTED, null, "a", false, "right");
  }

  @Test
  void membersComeInTheirOrderAndBundlesByReplica() {
    BundleView parts =
        new BundleView(
            "img", List.of(new BundleView.Replica(0, "x", "z-ip", "y-box", "x-link", "w")));
    plan.resource(group("g", primitive("m2"), primitive("m1")));
    plan.resource(
        bundle(
            "v",
            parts,
            primitive("w"),
            primitive("x-link"),
            primitive("y-box"),
            primitive("z-ip")));
    List<String> order = List.of("m2", "m1", "z-ip", "y-box", "x-link", "w");
    order.forEach(id -> plan.next(id, Role.STARTED, "a").does(id, "start", "a", null));
    assertEquals(
        order,
        Changes.of(plan.build()).stream().map(change -> ((OfResource) change).resource()).toList());
  }

  private void expect(
      ResourceVerb verb,
      Role role,
      Role nextRole,
      String from,
      String to,
      boolean blocked,
      String reason) {
    assertEquals(
        List.of(new OfResource(verb, "p", role, nextRole, from, to, blocked, reason)),
        Changes.of(plan.build()));
  }
}

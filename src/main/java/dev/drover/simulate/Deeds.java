package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Bookkeeping;
import dev.drover.execute.Order;
import dev.drover.execute.Results;
import dev.drover.execute.StatusDraft;
import dev.drover.plan.Action;
import dev.drover.plan.NodeView;
import org.jspecify.annotations.Nullable;

/** What a live cluster writes down and does besides when an action of a side's plan ends. */
final class Deeds {
  private final World world;

  Deeds(World world) {
    this.world = world;
  }

  /** A resource agent's result is reported to a side. */
  void report(
      Side side,
      Side.Carrying plan,
      Action action,
      String service,
      String node,
      ActionResult result) {
    StatusDraft status = new StatusDraft(side.state());
    Order order = plan.recorder.order(status, action);
    Results.write(status, order, result, world.clock());
    side.change(status.toState());
    if (order.isMetBy(result) && action.task().equals("stop")) {
      takeGuestsDown(plan, action.resource(), action.key() + " on " + node);
    }
  }

  /**
   * With a container goes the guest node inside it, unless it was moved live: then it runs on
   * elsewhere, and so does the guest.
   */
  private void takeGuestsDown(Side.Carrying plan, @Nullable String container, String cause) {
    if (container != null && !Running.placesOf(world.running(), container).isEmpty()) {
      return;
    }
    for (NodeView node : plan.decision.before().nodes()) {
      if (container != null && container.equals(node.container())) {
        world.known(node.name()).ifPresent(machine -> world.clear(machine.name(), cause));
      }
    }
  }

  /**
   * A guest node was made safe by stopping what it runs in: nothing that was known of it holds any
   * more.
   */
  void guestFenced(Side side, String node) {
    side.change(status -> status.node(node, true).forgetAll());
  }

  /** A cluster action: clearing a fail count or a history, or letting a node leave. */
  void clusterAction(Side side, Side.Carrying plan, Action action) {
    String node = action.node();
    if (node == null) {
      return;
    }
    side.change(status -> Bookkeeping.write(status, plan.recorder.names(), action));
    if (action.task().equals("do_shutdown")) {
      side.dismiss(node);
      world.stopAnswering(node, node + " leaves the cluster");
    }
  }
}

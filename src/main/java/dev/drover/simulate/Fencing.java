package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.FenceOrder;
import dev.drover.execute.Fenced;
import dev.drover.execute.WatchdogWait;
import dev.drover.model.status.NodeState;
import dev.drover.plan.Action;
import dev.drover.plan.NodeView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Pretended fence devices: they take the power of real machines, unless they are broken or out of
 * reach.
 */
final class Fencing {
  private static final Duration SWITCHING = Duration.ofSeconds(2);

  private static final ActionResult FAILED =
      new ActionResult(ActionResult.DONE, 1, "no fence device works");

  private final World world;
  private final Faults faults;

  Fencing(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /** Begins to fence a node on behalf of a side. */
  Attempt attempt(Side side, Side.Carrying plan, Action action, String target) {
    if (Fenced.isUnfencing(action)) {
      return new Attempt(SWITCHING, () -> ActionResult.exited(0));
    }
    FenceDevices devices = new FenceDevices(side.state(), world.clock());
    List<List<String>> ways = devices.waysToFence(target);
    if (ways.isEmpty()) {
      WatchdogWait reset =
          WatchdogWait.of(
              target, resetsWithinMs(side, target), plan.decision.conduct().watchdogTime());
      return reset.refusal().isEmpty()
          ? new Attempt(reset.time(), () -> takePower(target))
          : new Attempt(SWITCHING, () -> FAILED);
    }
    Duration wait = FenceOrder.of(action).delay();
    for (List<String> together : ways) {
      Optional<String> fails = together.stream().filter(faults::isOutOfOrder).findFirst();
      if (fails.isEmpty()) {
        Duration delay = devices.delay(together, target);
        return new Attempt(wait.plus(delay).plus(SWITCHING), () -> takePower(target));
      }
      if (faults.hangs(fails.get())) {
        wait = wait.plus(plan.decision.conduct().fencingTime());
      }
    }
    return new Attempt(wait.plus(SWITCHING), () -> FAILED);
  }

  private static long resetsWithinMs(Side side, String target) {
    return side.state().status().nodes().stream()
        .filter(known -> known.name().equals(target))
        .mapToLong(NodeState::resetsWithinMs)
        .findFirst()
        .orElse(0);
  }

  private ActionResult takePower(String target) {
    world.powerOff(target, "fence " + target, true);
    return ActionResult.exited(0);
  }

  /** Writes down what came of it. */
  void record(Side side, Side.Carrying plan, Action action, ActionResult result) {
    String target = action.node();
    if (target == null) {
      return;
    }
    if (result.rc() != 0) {
      side.fencingFailures.merge(target, 1, Integer::sum);
      side.restless = true;
      return;
    }
    side.fencingFailures.remove(target);
    boolean remote = plan.recorder.names().isRemote(target);
    side.change(status -> Fenced.write(status, action, remote, world.clock()));
    if (Fenced.isUnfencing(action)) {
      return;
    }
    side.dismiss(target);
    // Guest nodes live in containers of the machine that has just lost power.
    for (NodeView guest : plan.decision.before().nodes()) {
      if (guest.container() != null && runsOn(plan, guest.container(), target)) {
        world.clear(guest.name(), "fence " + target);
      }
    }
  }

  private static boolean runsOn(Side.Carrying plan, String container, String node) {
    return plan.decision.before().resources().stream()
        .flatMap(resource -> resource.primitives())
        .anyMatch(view -> view.id().equals(container) && view.activeOn().contains(node));
  }
}

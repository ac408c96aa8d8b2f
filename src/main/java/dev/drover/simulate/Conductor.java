package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Bookkeeping;
import dev.drover.execute.Transition;
import dev.drover.model.fact.Bound;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.Executed;
import dev.drover.plan.ResourceView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets every side decide, carry out, look at what came of it and decide again, in virtual time,
 * until nobody has anything more to do. What falls due at the same moment ends in the order in
 * which it was begun, and sides begin in the order in which their first nodes are configured.
 */
final class Conductor {
  /** So many decisions without coming to rest are taken for a circle. */
  private static final int MAX_ROUNDS = 200;

  private record Due(
      Instant at, int number, Side side, Side.Carrying plan, Action action, Attempt attempt) {}

  private final Decider decider;
  private final World world;
  private final Membership membership;
  private final Agents agents;
  private final Fencing fencing;
  private final Deeds deeds;
  private final Monitors monitors;
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingInt(Due::number));
  private final List<Round> rounds = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private int begun;

  Conductor(Decider decider, World world, Membership membership, Faults faults, Monitors monitors) {
    this.decider = decider;
    this.world = world;
    this.membership = membership;
    agents = new Agents(world, faults);
    fencing = new Fencing(world, faults);
    deeds = new Deeds(world);
    this.monitors = monitors;
  }

  /** The rounds since the last call. */
  List<Round> takeRounds() {
    List<Round> taken = List.copyOf(rounds);
    rounds.clear();
    return taken;
  }

  /** What is worth knowing of how it came to rest, since the last call. */
  List<String> takeNotes() {
    return take(notes);
  }

  /** What is wrong with the plans themselves, since the last call. */
  List<String> takeTroubles() {
    return take(troubles);
  }

  private static List<String> take(List<String> lines) {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  /** Goes on until everything is at rest. */
  void settle() {
    int decisions = 0;
    while (true) {
      for (Side side : membership.sides()) {
        if (side.carrying == null && side.restless) {
          if (++decisions > MAX_ROUNDS) {
            troubles.add(
                "after " + MAX_ROUNDS + " decisions the cluster has still not come to rest");
            return;
          }
          decide(side);
        }
      }
      if (closeRounds()) {
        continue;
      }
      Due due = queue.poll();
      if (due == null) {
        return;
      }
      world.clock(due.at);
      end(due);
      begin(due.side, due.plan);
    }
  }

  private void decide(Side side) {
    side.restless = false;
    Decision decision = decider.decide(side.state(), world.clock());
    side.lastDecision = decision;
    boolean anythingToDo =
        decision.plan().executed().stream().anyMatch(action -> action.kind() != ActionKind.PSEUDO);
    if (!anythingToDo) {
      rounds.add(new Round(side.members(), world.clock(), decision, List.of()));
      return;
    }
    side.carrying = new Side.Carrying(decision, world.clock());
    begin(side, side.carrying);
  }

  /** Begins whatever a plan allows; what nobody has to do ends at once. */
  private void begin(Side side, Side.Carrying plan) {
    for (Optional<Action> next = plan.next(); next.isPresent(); next = plan.next()) {
      Action action = next.get();
      if (action.kind() == ActionKind.PSEUDO) {
        if (action.task().equals("stonith") && action.node() != null) {
          deeds.guestFenced(side, action.node());
        } else if (action.task().equals(Action.TELL_MAINTENANCE)) {
          side.change(status -> Bookkeeping.noteMaintenance(status, action));
        }
        finish(side, plan, action, Executed.done(action, 0), world.clock(), false);
      } else {
        Attempt attempt = attempt(side, plan, action);
        queue.add(
            new Due(world.clock().plus(attempt.takes()), begun++, side, plan, action, attempt));
      }
    }
  }

  private Attempt attempt(Side side, Side.Carrying plan, Action action) {
    String resource = action.resource();
    String node = action.node();
    if (action.kind() == ActionKind.FENCE && node != null) {
      return fencing.attempt(side, plan, action, node);
    }
    if (action.kind() == ActionKind.RESOURCE && resource != null && node != null) {
      return agents.attempt(
          action,
          plan.recorder.names().configured(resource),
          node,
          isPromotable(plan.decision, resource),
          plan.recorder.migrationTarget(resource));
    }
    return new Attempt(Duration.ZERO, () -> ActionResult.exited(0));
  }

  private static boolean isPromotable(Decision decision, String resource) {
    return decision.before().resources().stream()
        .filter(ResourceView::promotable)
        .flatMap(ResourceView::primitives)
        .anyMatch(view -> view.id().equals(resource));
  }

  private void end(Due due) {
    Action action = due.action;
    Instant began = due.at.minus(due.attempt.takes());
    switch (action.kind()) {
      case FENCE -> {
        boolean lost = due.side.members().isEmpty() || !membership.sides().contains(due.side);
        ActionResult result = lost ? ActionResult.exited(1) : due.attempt.end().get();
        finish(
            due.side,
            due.plan,
            action,
            new Executed(action, result.rc() != 0, result.rc()),
            began,
            lost);
        if (!lost) {
          fencing.record(due.side, due.plan, action, result);
          noticeWhoIsGone(action.node());
          updateMembership();
        }
      }
      case CLUSTER -> {
        deeds.clusterAction(due.side, due.plan, action);
        finish(due.side, due.plan, action, Executed.done(action, 0), began, false);
        updateMembership();
      }
      default -> endOnNode(due, began);
    }
  }

  private void endOnNode(Due due, Instant began) {
    Action action = due.action;
    String node = action.node();
    String resource = action.resource();
    if (node == null || resource == null) {
      finish(due.side, due.plan, action, Executed.done(action, 0), began, false);
      return;
    }
    boolean member = membership.isMember(node);
    Optional<Side> teller = member ? membership.sideOf(node) : Optional.of(due.side);
    if (!world.machine(node).powered() || teller.isEmpty()) {
      finish(due.side, due.plan, action, new Executed(action, true, 1), began, true);
      noticeWhoIsGone(node);
      return;
    }
    ActionResult result = due.attempt.end().get();
    boolean asExpected = result.isAsExpected(due.plan.recorder.expectedRc(action));
    deeds.report(
        teller.get(),
        due.plan,
        action,
        due.plan.recorder.names().configured(resource),
        node,
        result);
    finish(
        due.side, due.plan, action, new Executed(action, !asExpected, result.rc()), began, false);
  }

  /** Members notice among themselves; of another node its connection tells. */
  private void noticeWhoIsGone(@Nullable String node) {
    if (node != null && !membership.isMember(node) && !world.machine(node).powered()) {
      monitors.connectionLost(node);
    }
  }

  private void finish(
      Side side,
      Side.Carrying plan,
      Action action,
      Executed executed,
      Instant began,
      boolean lost) {
    String resource = action.resource();
    String service = resource == null ? null : plan.recorder.names().configured(resource);
    plan.performed.add(
        new Performed(side.members(), executed, service, began, world.clock(), lost));
    plan.transition.end(action, !executed.failed());
  }

  /** Puts away the plans that are over, so that their sides look again. */
  private boolean closeRounds() {
    boolean closed = false;
    for (Side side : membership.sides()) {
      Side.Carrying plan = side.carrying;
      if (plan == null || plan.transition.state() == Transition.State.ACTIVE) {
        continue;
      }
      if (plan.transition.state() == Transition.State.STUCK) {
        troubles.add("the plan of " + String.join(" and ", side.members()) + " waits for itself");
      }
      rounds.add(new Round(side.members(), plan.began, plan.decision, List.copyOf(plan.performed)));
      side.restless = leavesMore(plan) && !hasGivenUp(side, plan);
      side.carrying = null;
      closed = true;
    }
    return closed;
  }

  /**
   * Nothing comes of deciding again after a plan that waits for itself, or that changed nothing.
   */
  private static boolean leavesMore(Side.Carrying plan) {
    return switch (plan.transition.state()) {
      case STUCK -> false;
      case COMPLETE -> plan.decision.plan().changesSomething();
      case ACTIVE, STOPPED -> true;
    };
  }

  /** A cluster that failed often enough to fence a node waits for people or for news. */
  private boolean hasGivenUp(Side side, Side.Carrying plan) {
    int most = plan.decision.conduct().most(Bound.FENCING_ATTEMPTS);
    for (Performed performed : plan.performed) {
      Action action = performed.executed().action();
      String node = action.node();
      if (action.kind() == ActionKind.FENCE
          && node != null
          && side.fencingFailures.getOrDefault(node, 0) >= most) {
        notes.add("gave up fencing " + node + " after " + most + " attempts");
        return true;
      }
    }
    return false;
  }

  /** Tells every side who is there, after something changed that. */
  void updateMembership() {
    List<Side> before = membership.sides();
    membership.update();
    for (Side side : before) {
      Side.Carrying plan = side.carrying;
      if (plan != null && !membership.sides().contains(side)) {
        plan.transition.abort();
        rounds.add(
            new Round(side.members(), plan.began, plan.decision, List.copyOf(plan.performed)));
      }
    }
  }
}

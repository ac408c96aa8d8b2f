package dev.drover.policy;

import dev.drover.execute.Fenced;
import dev.drover.execute.NodeDraft;
import dev.drover.execute.StatusDraft;
import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.Executed;
import dev.drover.policy.ScenarioRun.Asked;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.Preview;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether plans lead to rest: carried out without a failure, a plan leaves a cluster about which
 * nothing is to be done any more, or the plan for that one does, after a few times.
 */
final class Rest {
  /** One plan may find out what the next needs to know, such as what runs behind a connection. */
  private static final int MOST_PLANS = 4;

  private Rest() {}

  /**
   * How it came out.
   *
   * @param plans how many it took until there was no more to do; 0 where there was nothing to do
   * @param left what was still to be done after {@link #MOST_PLANS}, where it comes to no end
   */
  record Result(int plans, List<String> left) {}

  /** Carries out plan after plan. */
  static Result plansUntil(Scheduler scheduler, Asked asked) {
    Decision decision = asked.decision();
    ClusterState state = asked.state();
    Instant now = asked.now();
    int plans = 0;
    while (!remaining(decision).isEmpty() && plans <= MOST_PLANS) {
      state = after(state, decision, now);
      decision = scheduler.decide(state, now);
      plans++;
    }
    return new Result(
        plans,
        remaining(decision).stream().map(action -> action.key() + " on " + action.node()).toList());
  }

  /**
   * A preview leaves out that nodes are unfenced, that guest nodes go with what they run in, and
   * that nodes forget what was removed, and would go on with that.
   */
  private static ClusterState after(ClusterState state, Decision decision, Instant now) {
    Preview.Result result = Preview.of(state, decision, List.of(), now);
    StatusDraft status = new StatusDraft(result.after());
    result.executed().stream()
        .map(Executed::action)
        .filter(action -> action.kind() == ActionKind.FENCE && Fenced.isUnfencing(action))
        .forEach(action -> Fenced.write(status, action, isRemote(decision, action), now));
    result.executed().stream()
        .map(Executed::action)
        .filter(action -> action.kind() == ActionKind.PSEUDO && action.task().equals("stonith"))
        .forEach(
            action -> forgetGuest(status.node(name(action.node()), true), new StatusDraft(state)));
    result.executed().stream()
        .map(Executed::action)
        .filter(action -> action.task().equals("delete"))
        .forEach(action -> status.node(name(action.node())).forget(name(action.resource())));
    return status.toState();
  }

  /** What is done on a guest node in the same plan is done once it is back. */
  private static void forgetGuest(NodeDraft guest, StatusDraft before) {
    NodeDraft gone = before.node(guest.name(), true);
    for (String resource : Set.copyOf(guest.resources())) {
      guest.forgetOperations(resource, gone.operations(resource)::contains);
      if (guest.operations(resource).isEmpty()) {
        guest.forget(resource);
      }
    }
  }

  private static String name(@Nullable String of) {
    return Objects.requireNonNull(of, "what is forgotten has a name and a node");
  }

  private static boolean isRemote(Decision decision, Action action) {
    return decision.before().nodes().stream()
        .anyMatch(node -> node.name().equals(action.node()) && node.kind() != NodeKind.MEMBER);
  }

  /**
   * What a plan does that a preview can carry out: it neither switches nodes on nor acts for the
   * cluster. What repeats is no change, and neither is what instances are told.
   */
  static List<Action> remaining(Decision decision) {
    return decision.plan().executed().stream()
        .filter(
            action ->
                action.kind() == ActionKind.RESOURCE
                        && action.intervalMs() == 0
                        && !action.changesNothing()
                    || action.kind() == ActionKind.FENCE && !Fenced.isUnfencing(action))
        .toList();
  }
}

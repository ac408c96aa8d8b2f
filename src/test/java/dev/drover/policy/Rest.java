package dev.drover.policy;

import dev.drover.model.ClusterState;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.policy.ScenarioRun.Asked;
import dev.drover.schedule.Scheduler;
import dev.drover.simulate.Preview;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whether plans lead to rest: carried out without a failure, a plan leaves a cluster about which
 * nothing is to be done any more, or the plan for that one does, after a few times.
 */
final class Rest {
  /** One plan may find out what the next needs to know, such as what runs behind a connection. */
  private static final int MOST_PLANS = 4;

  private Rest() {}

  /**
   * How many plans it takes until there is no more to do.
   *
   * @return 0 where there is nothing to do; more than {@link #MOST_PLANS} where it comes to no end
   */
  static int plansUntil(Scheduler scheduler, Asked asked) {
    Decision decision = asked.decision();
    ClusterState state = asked.state();
    Instant now = asked.now();
    int plans = 0;
    while (!remaining(decision).isEmpty() && plans <= MOST_PLANS) {
      state = Preview.of(state, decision, List.of(), now).after();
      decision = scheduler.decide(state, now);
      plans++;
    }
    return plans;
  }

  /** Whether a number of plans is too many. */
  static boolean isNoEnd(int plans) {
    return plans > MOST_PLANS;
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
                    || action.kind() == ActionKind.FENCE && !isOn(action.parameters()))
        .toList();
  }

  private static boolean isOn(Map<String, String> parameters) {
    return "on".equals(parameters.get("stonith_action"));
  }
}

package dev.drover.simulate;

import dev.drover.execute.ActionRecorder;
import dev.drover.execute.ActionResult;
import dev.drover.execute.ExecutionOrder;
import dev.drover.execute.FailureCount;
import dev.drover.execute.StatusDraft;
import dev.drover.execute.Transition;
import dev.drover.model.ClusterState;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.Executed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One plan carried out with every action ending at once, as expected or as somebody asks to
 * pretend. Cluster actions are shown but have no effect on the state, and neither has switching a
 * node on: so does Pacemaker's simulator, and its reports are what previews are compared with.
 */
public final class Preview {
  /**
   * What came of it.
   *
   * @param executed the actions in the order in which they were carried out
   * @param after the cluster state that they leave
   * @param ended {@link Transition.State#COMPLETE} where all went well
   */
  public record Result(List<Executed> executed, ClusterState after, Transition.State ended) {}

  private final Decision decision;
  private final List<PretendedResult> failures;
  private final Instant now;
  private final StatusDraft status;
  private final ActionRecorder recorder;

  private Preview(
      ClusterState state, Decision decision, List<PretendedResult> failures, Instant now) {
    this.decision = decision;
    this.failures = failures;
    this.now = now;
    status = new StatusDraft(state);
    recorder = new ActionRecorder(decision);
  }

  /**
   * Carries a decision's plan out.
   *
   * @param failures results to pretend for the actions that they fit
   * @param now when the actions are run
   */
  public static Result of(
      ClusterState state, Decision decision, List<PretendedResult> failures, Instant now) {
    return new Preview(state, decision, failures, now).run();
  }

  private Result run() {
    List<Action> order = ExecutionOrder.of(decision.before(), decision.plan());
    Transition transition = new Transition(decision.plan(), order);
    List<Executed> executed = new ArrayList<>();
    for (Optional<Action> next = next(transition); next.isPresent(); next = next(transition)) {
      Executed result = execute(next.get());
      executed.add(result);
      transition.end(next.get(), !result.failed());
    }
    return new Result(List.copyOf(executed), status.toState(), transition.state());
  }

  /** Every action ends at once, so that there is room for any. */
  private static Optional<Action> next(Transition transition) {
    return transition.begin(action -> true);
  }

  private Executed execute(Action action) {
    String resource = action.resource();
    String node = action.node();
    if (action.kind() == ActionKind.RESOURCE && resource != null && node != null) {
      return pretend(action, resource, node);
    }
    if (action.kind() == ActionKind.FENCE) {
      recorder.recordFencing(status, action);
    }
    return Executed.done(action, 0);
  }

  private Executed pretend(Action action, String resource, String node) {
    String configured = recorder.names().configured(resource);
    Optional<PretendedResult> failure =
        failures.stream()
            .filter(
                f ->
                    f.isFor(resource, action.task(), action.intervalMs(), node)
                        || f.isFor(configured, action.task(), action.intervalMs(), node))
            .findFirst();
    failure.ifPresent(
        f ->
            FailureCount.add(
                status.node(node),
                f.resource(),
                action.task(),
                action.intervalMs(),
                f.rc(),
                decision.conduct().fatal().contains(action.task()),
                now));
    int rc = failure.map(PretendedResult::rc).orElse(recorder.expectedRc(action));
    recorder.record(status, action, ActionResult.exited(rc), now);
    return new Executed(action, failure.isPresent(), rc);
  }
}

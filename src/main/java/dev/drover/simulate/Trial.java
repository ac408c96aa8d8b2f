package dev.drover.simulate;

import dev.drover.model.ClusterState;
import dev.drover.plan.Assessment;
import dev.drover.plan.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision on one cluster state, and what would come of it.
 *
 * @param start how the cluster stands as it is reported
 * @param modifications what was injected after that, one line each
 * @param state the state that was decided on
 * @param decision what is to be done
 * @param preview the plan carried out; null where it was not asked for
 * @param revised how the cluster stands afterwards; null where the plan was not carried out
 */
public record Trial(
    Assessment start,
    List<String> modifications,
    ClusterState state,
    Decision decision,
    Preview.@Nullable Result preview,
    @Nullable Assessment revised) {

  /**
   * Decides.
   *
   * @param failures what is to fail while the plan is carried out
   * @param carryOut whether to carry the plan out
   * @throws UnknownNameException if something is injected for a node or resource that is not known
   */
  public static Trial of(
      Decider decider,
      ClusterState reported,
      Injections injections,
      List<PretendedResult> failures,
      Instant now,
      boolean carryOut)
      throws UnknownNameException {
    Decision decision = decider.decide(reported, now);
    Assessment start = decision.before();
    Injections.Applied applied = new Injections.Applied(reported, List.of());
    if (!injections.areNone()) {
      applied = injections.applyTo(reported, start, decision.conduct().fatal(), now);
      decision = decider.decide(applied.state(), now);
    }
    if (!carryOut) {
      return new Trial(start, applied.modifications(), applied.state(), decision, null, null);
    }
    Preview.Result preview = Preview.of(applied.state(), decision, failures, now);
    Assessment revised = decider.decide(preview.after(), now).before();
    return new Trial(start, applied.modifications(), applied.state(), decision, preview, revised);
  }
}

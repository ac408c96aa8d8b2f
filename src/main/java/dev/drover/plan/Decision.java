package dev.drover.plan;

import java.util.List;
import java.util.Map;

/**
 * What the rules made of a cluster state.
 *
 * @param before how the cluster stands
 * @param outcomes each primitive's place and role, by resource name
 * @param plan what to do, in which order
 * @param conduct how the plan is carried out
 * @param scores the scores as they stood in placement
 * @param trace every derived fact with the rule and facts that made it; empty unless it was asked
 *     for
 */
public record Decision(
    Assessment before,
    Map<String, Outcome> outcomes,
    Plan plan,
    Conduct conduct,
    List<ScoreLine> scores,
    List<Because> trace) {
  /** The same with a trace. */
  public Decision explainedBy(List<Because> reasons) {
    return new Decision(before, outcomes, plan, conduct, scores, reasons);
  }
}

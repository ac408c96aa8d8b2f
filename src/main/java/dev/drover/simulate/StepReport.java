package dev.drover.simulate;

import dev.drover.model.ClusterState;
import dev.drover.model.Role;
import dev.drover.model.config.Configuration;
import dev.drover.plan.Assessment;
import dev.drover.scenario.Step;
import dev.drover.simulate.World.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of one step of a story.
 *
 * @param began when the step's events happened
 * @param ended when everything had come to rest
 * @param configuration as it was at the end
 * @param rounds every decision, in the order in which they were over
 * @param views how each side sees the cluster at the end
 * @param moments every change of what really runs, in order
 * @param before what really ran where when the step began: machine to service to role
 * @param after the same when it ended
 * @param verdicts which expectations hold
 * @param violations promises that the cluster broke whatever the story expected
 * @param troubles what is wrong with plans as such, such as that they never come to an end
 * @param notes what is worth knowing besides
 */
public record StepReport(
    Step step,
    Instant began,
    Instant ended,
    Configuration configuration,
    List<Round> rounds,
    List<View> views,
    List<Moment> moments,
    Map<String, Map<String, Role>> before,
    Map<String, Map<String, Role>> after,
    List<Verdict> verdicts,
    List<String> violations,
    List<String> troubles,
    List<String> notes) {

  /**
   * How one side sees the cluster.
   *
   * @param side the nodes that hear each other
   */
  public record View(List<String> side, ClusterState state, Assessment assessment) {}

  /** True where every expectation holds and no promise was broken. */
  public boolean holds() {
    return violations.isEmpty() && troubles.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
  }

  /** Everything that was done, in the order in which it ended. */
  public List<Performed> performed() {
    return rounds.stream().flatMap(round -> round.performed().stream()).toList();
  }
}

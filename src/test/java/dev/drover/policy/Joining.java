package dev.drover.policy;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.NodeView;
import dev.drover.simulate.Performed;
import dev.drover.simulate.Round;
import dev.drover.simulate.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing is begun on a node that has not joined yet. */
final class Joining {
  private Joining() {}

  /** Each thing that was begun too early, as a sentence. */
  static List<String> brokenIn(StepReport step) {
    List<String> broken = new ArrayList<>();
    for (Round round : step.rounds()) {
      Set<String> joining =
          round.decision().before().nodes().stream()
              .filter(NodeView::pending)
              .map(NodeView::name)
              .collect(Collectors.toSet());
      for (Performed done : round.performed()) {
        Action action = done.executed().action();
        if (action.kind() == ActionKind.RESOURCE && joining.contains(action.node())) {
          broken.add(action.key() + " on " + action.node() + ", which has not joined yet");
        }
      }
    }
    return broken;
  }
}

package dev.drover.text.report;

import dev.drover.plan.Action;
import dev.drover.plan.Decision;
import dev.drover.plan.Executed;
import java.util.List;

/** What was done, as text: one line for each action in the order in which they were carried out. */
public final class ExecutionReport {
  private ExecutionReport() {}

  /**
   * Tells what was carried out.
   *
   * @param decision where the actions come from
   */
  public static String of(Decision decision, List<Executed> executed) {
    ActionNames names = new ActionNames(decision);
    StringBuilder text = new StringBuilder("Executing Cluster Transition:\n");
    for (Executed done : executed) {
      text.append("  * ").append(line(names, done.action())).append('\n');
      if (done.failed()) {
        text.append("Pretending action ").append(done.action().id());
        text.append(" failed with rc=").append(done.rc()).append('\n');
      }
    }
    return text.toString();
  }

  private static String line(ActionNames names, Action action) {
    return switch (action.kind()) {
      case PSEUDO ->
          "Pseudo action:   "
              + names.key(action)
              + (action.task().equals("stonith") && action.node() != null
                  ? " on " + action.node()
                  : "");
      case FENCE ->
          "Fencing " + action.node() + " (" + action.parameters().get("stonith_action") + ")";
      case CLUSTER -> {
        String about = action.resource() == null ? "" : " for " + names.configuredName(action);
        yield "Cluster action:  " + action.task() + about + " on " + action.node();
      }
      case RESOURCE -> {
        String interval = action.intervalMs() == 0 ? "" : "=" + action.intervalMs();
        String name = String.valueOf(names.executedName(action));
        String padding = " ".repeat(Math.max(0, 15 - name.length()));
        yield "Resource action: "
            + name
            + padding
            + " "
            + action.task()
            + interval
            + " on "
            + action.node();
      }
    };
  }
}

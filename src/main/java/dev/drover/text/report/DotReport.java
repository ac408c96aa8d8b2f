package dev.drover.text.report;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import dev.drover.plan.Edge;
import dev.drover.plan.ResourceView;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a graph for Graphviz: bold what is carried out, dashed and red what would be needed but
 * cannot run, orange letters for points in the order that nobody carries out. Lines are sorted, so
 * that two graphs can be compared.
 */
public final class DotReport {
  private DotReport() {}

  /** The graph of a decision's plan. */
  public static String of(Decision decision) {
    ActionNames names = new ActionNames(decision);
    Map<Integer, String> all = new HashMap<>();
    Map<Integer, String> drawn = new HashMap<>();
    TreeSet<String> lines = new TreeSet<>();
    for (Action action : decision.plan().actions()) {
      String name = '"' + names.graphName(action).replace("\"", "\\\"") + '"';
      all.put(action.id(), name);
      if (action.executed() || isMissed(action, names.resource(action))) {
        drawn.put(action.id(), name);
        lines.add(name + style(action));
      }
    }
    for (Edge edge : decision.plan().edges()) {
      if (edge.inGraph() || (drawn.containsKey(edge.before()) && drawn.containsKey(edge.after()))) {
        String style = edge.inGraph() ? "bold" : "dashed";
        lines.add(
            all.get(edge.before()) + " -> " + all.get(edge.after()) + " [ style = " + style + "]");
      }
    }
    StringBuilder text = new StringBuilder(" digraph \"g\" {\n");
    lines.forEach(line -> text.append(line).append('\n'));
    return text.append("}\n").toString();
  }

  /** True for an action that would have been needed; what is unmanaged misses nothing. */
  private static boolean isMissed(Action action, @Nullable ResourceView view) {
    return action.required() && (view == null || view.managed());
  }

  private static String style(Action action) {
    String style = action.executed() ? "bold color=\"green\"" : "dashed color=\"red\"";
    String font = action.kind() == ActionKind.PSEUDO ? "orange" : "black";
    return " [ style=" + style + " fontcolor=\"" + font + "\"]";
  }
}

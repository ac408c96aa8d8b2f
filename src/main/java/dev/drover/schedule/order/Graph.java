package dev.drover.schedule.order;

import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Edge;
import dev.drover.plan.Plan;
import dev.drover.schedule.tree.Counted;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides which steps and links make it into the plan. */
final class Graph {
  private final StepBook book;
  private final Tree tree;
  private final Inputs inputs;
  private final TimedParameters timed;

  Graph(StepBook book, Tree tree, Inputs inputs, Function<Step, Map<String, String>> times) {
    this.book = book;
    this.tree = tree;
    this.inputs = inputs;
    this.timed = new TimedParameters(times);
  }

  /**
   * One look at each step, as they were made: there may be a million, and to look for what belongs
   * to each would cost most of it.
   */
  Plan plan() {
    int size = book.steps().size();
    Action[] actions = new Action[size];
    List<Edge> edges = new ArrayList<>(size);
    for (Step step : book.asMade()) {
      mergeDuplicates(step);
      actions[step.id - 1] = action(step);
      List<Link> links = step.before();
      for (int i = 0; i < links.size(); i++) {
        Link link = links.get(i);
        boolean awaited = isDone(step) && inputs.isAwaited(step, link);
        if (awaited || isWorthShowing(link, step)) {
          edges.add(new Edge(link.first.id, step.id, awaited));
        }
      }
    }
    List<Edge> inOrder = Counted.byNumber(edges, Edge::after, size + 1);
    return new Plan(List.of(actions), Collections.unmodifiableList(inOrder), ranking());
  }

  /** Nothing that it depends on changes here, so it is found out once. */
  private boolean isDone(Step step) {
    if (step.done == null) {
      step.done = inputs.isDone(step);
    }
    return step.done;
  }

  private List<String> ranking() {
    return tree.context.roots().stream().flatMap(Item::all).map(Item::id).toList();
  }

  private static void mergeDuplicates(Step step) {
    if (isInOrder(step.before())) {
      return;
    }
    List<Link> sorted = new ArrayList<>(step.before());
    sorted.sort(Comparator.comparingInt(link -> link.number));
    List<Link> merged = new ArrayList<>(sorted.size());
    Link last = null;
    for (Link link : sorted) {
      if (last != null && last.number == link.number) {
        last.bonds |= link.bonds;
      } else {
        merged.add(link);
        last = link;
      }
    }
    step.replaceBefore(merged);
  }

  /** Whether each comes from a later step than the one before it: none comes twice then. */
  private static boolean isInOrder(List<Link> links) {
    for (int i = 1; i < links.size(); i++) {
      if (links.get(i - 1).number >= links.get(i).number) {
        return false;
      }
    }
    return true;
  }

  /** A link that nobody waits on is still shown where it says why something needed cannot run. */
  private boolean isWorthShowing(Link link, Step step) {
    return link.bonds != Bonds.NONE
        && link.bonds != Bonds.SAME_NODE_OR_TARGET
        && isShown(link.first)
        && isShown(step);
  }

  private boolean isShown(Step step) {
    return isDone(step) || (step.required && step.managed);
  }

  private Action action(Step step) {
    Item item = step.item;
    ActionKind kind =
        step.pseudo
            ? ActionKind.PSEUDO
            : step.kind == ActionKind.PSEUDO ? ActionKind.RESOURCE : step.kind;
    boolean byAgent = kind == ActionKind.RESOURCE && isDone(step) && step.runnable;
    return new Action(
        step.id,
        kind,
        step.key,
        item == null ? null : item.id(),
        step.task,
        step.intervalMs,
        nodeName(step.node),
        step.required,
        step.runnable,
        isDone(step),
        step.migrationAbort,
        byAgent ? timed.of(step) : step.settledParameters(),
        step.reason);
  }

  private @Nullable String nodeName(@Nullable String node) {
    return node == null ? null : tree.context.nodeName(node);
  }
}

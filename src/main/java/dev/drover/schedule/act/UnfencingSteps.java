package dev.drover.schedule.act;

import dev.drover.model.fact.AfterUnfencing;
import dev.drover.model.fact.BeforeUnfencing;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.NeverUnfenced;
import dev.drover.model.fact.Remembered;
import dev.drover.model.fact.Unfence;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.order.NodeFact;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unfences nodes as the rules want, and puts what depends on it in order.
 *
 * <p>Most unfencing is only a possibility: a node is not unfenced, and so emptied, each time
 * something new starts there.
 */
final class UnfencingSteps {
  private final StepBook book;
  private final OrderContext context;
  private final List<Relation> relations;
  private final Set<String> waiting = new HashSet<>();
  private final Set<String> leaving = new HashSet<>();
  private final Set<String> never = new HashSet<>();
  private final List<Unfence> wanted;
  private final List<Remembered> remembered;

  UnfencingSteps(
      StepBook book, OrderContext context, List<Relation> relations, RuleSession session) {
    this.book = book;
    this.context = context;
    this.relations = relations;
    session.facts(AfterUnfencing.class).forEach(fact -> waiting.add(fact.resource()));
    session.facts(BeforeUnfencing.class).forEach(fact -> leaving.add(fact.resource()));
    session.facts(NeverUnfenced.class).forEach(fact -> never.add(fact.node()));
    this.wanted = new ArrayList<>(session.facts(Unfence.class));
    this.remembered = new ArrayList<>(session.facts(Remembered.class));
    remembered.sort(Comparator.comparing(Remembered::node).thenComparing(Remembered::device));
    wanted.sort(Comparator.comparing(Unfence::node).thenComparing(Unfence::reason));
  }

  /** Before any other step is laid out. */
  void create() {
    for (Item root : context.roots()) {
      root.primitives().filter(item -> leaving.contains(item.id())).forEach(this::restartAround);
    }
    for (Unfence fact : wanted) {
      book.fence(fact.node(), "on", true, fact.reason().isEmpty() ? null : fact.reason());
    }
  }

  private void restartAround(Item item) {
    for (NodeFact node : context.nodes().values()) {
      if (!node.isGuest()) {
        Step unfencing = unfencing(node.id());
        relations.add(
            Relation.of(item, "stop", unfencing, EnumSet.of(Bond.ORDERED, Bond.SAME_NODE)));
        relations.add(
            Relation.of(
                unfencing,
                item,
                "start",
                EnumSet.of(Bond.FIRST_REQUIRES_THEN_ON_SAME_NODE, Bond.SAME_NODE)));
      }
    }
  }

  /** After the steps of resources have been laid out. */
  void order() {
    if (!waiting.isEmpty() || !leaving.isEmpty()) {
      orderSteps();
    }
    remember();
  }

  private void orderSteps() {
    for (Step step : List.copyOf(book.steps())) {
      Item item = step.item;
      if (item == null || step.node == null) {
        continue;
      }
      if (waiting.contains(item.id())) {
        if (step.task.equals("start")) {
          await(step, item, Bond.FIRST_REQUIRES_THEN);
        } else if (step.task.equals("monitor") && step.intervalMs == 0) {
          await(step, item, Bond.ORDERED);
        }
      }
      if (leaving.contains(item.id()) && step.task.equals("stop")) {
        step.precedes(unfencing(step.node), EnumSet.of(Bond.THEN_REQUIRES_FIRST));
      }
    }
  }

  private void await(Step step, Item item, Bond bond) {
    String node = step.node;
    if (node == null) {
      return;
    }
    Step unfencing = unfencing(node);
    unfencing.precedes(step, EnumSet.of(bond));
    if (never.contains(node)) {
      unfencing.required = true;
      unfencing.because("required by " + item.id() + " " + step.task);
    }
  }

  private Step unfencing(String node) {
    return book.fence(node, "on", false, null);
  }

  /** What the nodes are to remember goes with the action, so that whoever records it knows. */
  private void remember() {
    Map<String, StringBuilder> all = new LinkedHashMap<>();
    Map<String, StringBuilder> secure = new LinkedHashMap<>();
    for (Remembered fact : remembered) {
      all.computeIfAbsent(fact.node(), n -> new StringBuilder()).append(fact.all()).append(',');
      secure
          .computeIfAbsent(fact.node(), n -> new StringBuilder())
          .append(fact.secure())
          .append(',');
    }
    all.forEach((node, digests) -> unfencing(node).put("digests-all", digests.toString()));
    secure.forEach((node, digests) -> unfencing(node).put("digests-secure", digests.toString()));
  }
}

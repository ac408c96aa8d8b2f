package dev.drover.schedule.act;

import dev.drover.model.NodeKind;
import dev.drover.model.fact.Across;
import dev.drover.model.fact.Across.Deed;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.Connection;
import dev.drover.model.fact.NotWatchedAgain;
import dev.drover.model.fact.TellMaintenance;
import dev.drover.plan.Action;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.order.NodeFact;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.NodeSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders what is done on remote and guest nodes relative to what is done to their connections, and
 * tells such nodes of their maintenance.
 */
final class RemoteSteps {
  private final StepBook book;
  private final OrderContext context;
  private final List<Relation> relations;
  private final Map<String, List<Across>> across = new HashMap<>();
  private final Set<String> connections = new HashSet<>();
  private final NodeSets notWatchedAgain = new NodeSets();
  private final List<TellMaintenance> told;

  RemoteSteps(StepBook book, OrderContext context, List<Relation> relations, RuleSession session) {
    this.book = book;
    this.context = context;
    this.relations = relations;
    for (Across fact : session.facts(Across.class)) {
      across.computeIfAbsent(fact.node() + "@" + fact.deed(), key -> new ArrayList<>(2)).add(fact);
    }
    across
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparing(Across::resource).reversed().thenComparing(Across::task)));
    session.facts(Connection.class).forEach(fact -> connections.add(fact.resource()));
    session
        .facts(NotWatchedAgain.class)
        .forEach(fact -> notWatchedAgain.add(fact.resource(), fact.node()));
    told = new ArrayList<>(session.facts(TellMaintenance.class));
    told.sort(Comparator.comparing(fact -> context.nodeName(fact.node())));
  }

  void create() {
    if (across.isEmpty() && connections.isEmpty()) {
      return;
    }
    for (Step step : List.copyOf(book.steps())) {
      Item item = step.item;
      if (item != null && step.task.equals("clear_failcount") && connections.contains(item.id())) {
        relations.add(Relation.of(step, item, "start", EnumSet.of(Bond.ORDERED)));
      } else if (item != null && !step.pseudo && isRemote(step)) {
        order(step, item);
      }
    }
  }

  /** One step tells all nodes, whatever else is done. */
  void tellMaintenance() {
    for (TellMaintenance fact : told) {
      Step step = book.pseudo(Action.TELL_MAINTENANCE);
      step.alwaysGraphed = true;
      step.put(context.nodeName(fact.node()), Boolean.toString(fact.begins()));
    }
  }

  private boolean isRemote(Step step) {
    NodeFact node = context.node(step.node);
    return node != null && node.kind() != NodeKind.MEMBER;
  }

  private void order(Step step, Item item) {
    if (step.task.equals("start")) {
      for (Step stop : book.of(item, "stop")) {
        if (stop.node != null && !stop.node.equals(step.node)) {
          facts(step, Deed.MOVE_HERE).forEach(fact -> relate(fact, stop));
        }
      }
    }
    facts(step, deed(step, item)).forEach(fact -> relate(fact, step));
  }

  private List<Across> facts(Step step, Deed deed) {
    return across.getOrDefault(step.node + "@" + deed, List.of());
  }

  private Deed deed(Step step, Item item) {
    return switch (step.task) {
      case "start", "promote" -> Deed.UP;
      case "stop", "migrate_to", "migrate_from" -> Deed.STOP;
      case "demote" -> Deed.DEMOTE;
      case "cancel" -> Deed.CANCEL;
      default -> beginsAgain(step, item) ? Deed.MONITOR : Deed.OTHER;
    };
  }

  private boolean beginsAgain(Step step, Item item) {
    return step.intervalMs > 0 && step.node != null && !notWatchedAgain.has(item.id(), step.node);
  }

  private void relate(Across fact, Step step) {
    relations.add(
        fact.task().equals("start")
            ? Relation.of(context.item(fact.resource()), "start", step, fact.bonds())
            : Relation.of(step, context.item(fact.resource()), fact.task(), fact.bonds()));
  }
}

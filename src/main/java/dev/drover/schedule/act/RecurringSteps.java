package dev.drover.schedule.act;

import dev.drover.model.Role;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.NoLongerRepeat;
import dev.drover.model.fact.Operation;
import dev.drover.model.fact.Repeat;
import dev.drover.model.fact.RepeatStopped;
import dev.drover.schedule.order.NodeFact;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts, keeps and cancels the recurring operations of one primitive as the rules want. */
final class RecurringSteps {
  private static final Set<Bond> AFTER = EnumSet.of(Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);

  private final StepBook book;
  private final OrderContext context;
  private final List<Relation> relations;
  private final Item item;
  private final Standing standing;
  private final Place place;

  RecurringSteps(
      StepBook book,
      OrderContext context,
      List<Relation> relations,
      Item item,
      Standing standing,
      Place place) {
    this.book = book;
    this.context = context;
    this.relations = relations;
    this.item = item;
    this.standing = standing;
    this.place = place;
  }

  void repeat(Repeat repeat) {
    Operation operation = repeat.operation();
    Step start = book.step(item, "start", 0, place.node(), false);
    Step running = running(operation, repeat.node());
    boolean required = start.required || running == null || running.reschedule;
    Step monitor =
        book.step(item, operation.name(), operation.intervalMs(), repeat.node(), required);
    NodeFact node = context.node(repeat.node());
    if (!start.runnable || node == null || !node.online() || node.unclean()) {
      monitor.runnable = false;
    }
    if (!standing.managed()) {
      return;
    }
    relate("start", monitor, AFTER);
    relate("reload-agent", monitor, AFTER);
    if (place.role() == Role.PROMOTED) {
      monitor.put("op_target_rc", "8");
      relate("promote", monitor, EnumSet.of(Bond.ORDERED, Bond.FIRST_MUST_RUN));
    } else if (standing.role() == Role.PROMOTED) {
      relate("demote", monitor, EnumSet.of(Bond.ORDERED, Bond.FIRST_MUST_RUN));
    }
  }

  void repeatStopped(RepeatStopped repeat) {
    Operation operation = repeat.operation();
    boolean required = running(operation, repeat.node()) == null;
    Step monitor =
        book.step(item, operation.name(), operation.intervalMs(), repeat.node(), required);
    monitor.put("op_target_rc", "7");
    if (standing.managed()) {
      for (Step probe : book.of(item, "monitor", 0)) {
        if (repeat.node().equals(probe.node)) {
          probe.precedes(monitor, EnumSet.of(Bond.FIRST_MUST_RUN));
        }
      }
    }
    for (Step stop : book.of(item, "stop")) {
      if (repeat.node().equals(stop.node)) {
        afterStop(stop, monitor);
      }
    }
    NodeFact node = context.node(repeat.node());
    if (node == null || !node.online() || node.unclean()) {
      monitor.runnable = false;
    }
  }

  private void afterStop(Step stop, Step monitor) {
    if (stop.required && monitor.required && !standing.managed()) {
      monitor.required = false;
    }
    if (!stop.runnable) {
      monitor.runnable = false;
    }
    if (standing.managed()) {
      relations.add(Relation.of(stop, monitor, AFTER));
    }
  }

  void cancel(NoLongerRepeat repeat) {
    Operation operation = repeat.operation();
    if (running(operation, repeat.node()) == null) {
      return;
    }
    boolean forStopped = operation.role() == Role.STOPPED;
    if (!forStopped && book.step(item, "start", 0, place.node(), false).required) {
      return;
    }
    Step cancel = book.cancel(item, operation.name(), operation.intervalMs(), repeat.node());
    String before = forStopped ? (place.role().isActive() ? "start" : null) : roleChange();
    if (before != null) {
      relations.add(Relation.of(cancel, item, before, EnumSet.of(Bond.FIRST_MUST_RUN)));
    }
  }

  /** The action that takes the resource out of the role it has. */
  private @Nullable String roleChange() {
    if (standing.role() == Role.PROMOTED) {
      return "demote";
    }
    if (standing.role() == Role.STOPPED || standing.role() == Role.UNKNOWN) {
      return null;
    }
    return place.role() == Role.PROMOTED ? "promote" : place.role() == Role.STOPPED ? "stop" : null;
  }

  private @Nullable Step running(Operation operation, String node) {
    for (Step step : book.of(item, operation.name(), operation.intervalMs())) {
      if (node.equals(step.node)) {
        return step;
      }
    }
    return null;
  }

  private void relate(String task, Step monitor, Set<Bond> bonds) {
    relations.add(Relation.of(item, task, monitor, bonds));
  }
}

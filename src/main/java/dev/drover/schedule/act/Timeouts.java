package dev.drover.schedule.act;

import dev.drover.model.fact.Operation;
import dev.drover.model.fact.Waits;
import dev.drover.plan.Action;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.Primitive;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.tree.Item;
import java.util.HashMap;
import java.util.Map;

/** Says of a step that an agent carries out how long it waits, and how long it may take. */
final class Timeouts {
  private final Given given;
  private final Map<Operation, Long> waits = new HashMap<>();

  /** Very many operations take as long as others. */
  private final Map<Times, Map<String, String>> shared = new HashMap<>();

  Timeouts(Given given, RuleSession session) {
    this.given = given;
    session.facts(Waits.class).forEach(fact -> waits.put(fact.operation(), fact.millis()));
  }

  /** In milliseconds; empty where no agent does it. */
  Map<String, String> of(Step step) {
    Item item = step.item;
    if (item == null || !item.isPrimitive()) {
      return Map.of();
    }
    Primitive primitive = given.resources().primitive(item);
    if (primitive == null) {
      return Map.of();
    }
    Operation operation = given.operations().of(primitive, step.task, step.intervalMs);
    long wait = waits.isEmpty() ? 0 : waits.getOrDefault(operation, 0L);
    return shared.computeIfAbsent(new Times(operation.timeoutMs(), wait), Times::parameters);
  }

  /** Both in milliseconds. */
  private record Times(long timeout, long delay) {
    Map<String, String> parameters() {
      String time = Long.toString(timeout);
      return delay == 0
          ? Map.of(Action.TIMEOUT, time)
          : Map.of(Action.TIMEOUT, time, Action.WAIT, Long.toString(delay));
    }
  }
}

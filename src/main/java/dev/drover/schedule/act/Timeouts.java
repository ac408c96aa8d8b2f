package dev.drover.schedule.act;

import dev.drover.model.fact.Operation;
import dev.drover.model.fact.Waits;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Plan;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.Primitive;
import dev.drover.schedule.tree.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of every action that an agent carries out how long it waits, and how long it may take. */
final class Timeouts {
  private final Given given;
  private final Map<Operation, Long> waits = new HashMap<>();

  Timeouts(Given given, RuleSession session) {
    this.given = given;
    session.facts(Waits.class).forEach(fact -> waits.put(fact.operation(), fact.millis()));
  }

  Plan of(Plan plan) {
    List<Action> actions = plan.actions().stream().map(this::withTimeout).toList();
    return new Plan(actions, plan.edges(), plan.ranking());
  }

  private Action withTimeout(Action action) {
    Item item = action.resource() == null ? null : given.resources().item(action.resource());
    if (action.kind() != ActionKind.RESOURCE
        || !action.executed()
        || item == null
        || !item.isPrimitive()) {
      return action;
    }
    Primitive primitive = given.resources().primitives().get(item.baseName());
    if (primitive == null) {
      return action;
    }
    Operation operation = given.operations().of(primitive, action.task(), action.intervalMs());
    Map<String, String> parameters = new LinkedHashMap<>(action.parameters());
    parameters.put(Action.TIMEOUT, Long.toString(operation.timeoutMs()));
    long wait = waits.getOrDefault(operation, 0L);
    if (wait > 0) {
      parameters.put(Action.WAIT, Long.toString(wait));
    }
    return action.with(parameters);
  }
}

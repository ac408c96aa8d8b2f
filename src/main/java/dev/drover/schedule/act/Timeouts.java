package dev.drover.schedule.act;

import dev.drover.model.fact.Operation;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Plan;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.Primitive;
import dev.drover.schedule.tree.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of every action that an agent carries out how long it may take, in milliseconds. */
final class Timeouts {
  private static final long DEFAULT_MS = 20_000;

  private final Given given;

  Timeouts(Given given) {
    this.given = given;
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
    long timeout = operation.has("timeout") ? operation.millis("timeout") : DEFAULT_MS;
    Map<String, String> parameters = new LinkedHashMap<>(action.parameters());
    parameters.put("timeout", Long.toString(timeout > 0 ? timeout : DEFAULT_MS));
    return action.with(parameters);
  }
}

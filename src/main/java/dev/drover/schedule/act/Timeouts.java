package dev.drover.schedule.act;

import dev.drover.model.fact.Operation;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Plan;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.Primitive;
import dev.drover.schedule.tree.Item;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of every action that an agent carries out how long it may take, in milliseconds. */
final class Timeouts {
  private static final long DEFAULT_MS = 20_000;
  private static final int FEW = 2;

  /** Actions that differ by their node only. */
  private record Alike(String key, String task) {}

  private final Given given;
  private final Map<Alike, String> known = new HashMap<>();

  /** Parameters that many actions have in common, kept once. */
  private final Map<Map<String, String>, Map<String, String>> shared = new HashMap<>();

  Timeouts(Given given) {
    this.given = given;
  }

  Plan of(Plan plan) {
    List<Action> actions = plan.actions().stream().map(this::withTimeout).toList();
    return new Plan(actions, plan.edges());
  }

  private Action withTimeout(Action action) {
    if (action.kind() != ActionKind.RESOURCE || !action.executed()) {
      return action;
    }
    String timeout =
        known.computeIfAbsent(new Alike(action.key(), action.task()), alike -> timeout(action));
    if (timeout.isEmpty()) {
      return action;
    }
    Map<String, String> parameters = new LinkedHashMap<>(action.parameters());
    parameters.put("timeout", timeout);
    return action.with(
        parameters.size() > FEW
            ? parameters
            : shared.computeIfAbsent(parameters, Collections::unmodifiableMap));
  }

  /** In milliseconds; empty where no agent does it. */
  private String timeout(Action action) {
    Item item = action.resource() == null ? null : given.resources().item(action.resource());
    if (item == null || !item.isPrimitive()) {
      return "";
    }
    Primitive primitive = given.resources().primitives().get(item.baseName());
    if (primitive == null) {
      return "";
    }
    Operation operation = given.operations().of(primitive, action.task(), action.intervalMs());
    long timeout = operation.has("timeout") ? operation.millis("timeout") : DEFAULT_MS;
    return Long.toString(timeout > 0 ? timeout : DEFAULT_MS);
  }
}

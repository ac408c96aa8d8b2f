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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of every action that an agent carries out how long it waits, and how long it may take. */
final class Timeouts {
  /** Actions that differ by their node only. */
  private record Alike(String key, String task) {}

  /** The times of like actions, and what they made of the parameters that came last. */
  private static final class Times {
    final Map<String, String> own;
    private @Nullable Map<String, String> last;
    private Map<String, String> lastWith = Map.of();

    Times(Map<String, String> own) {
      this.own = own;
    }

    /** What many actions have in common is kept once. */
    Map<String, String> with(Map<String, String> parameters) {
      if (last != parameters) {
        Map<String, String> both = new LinkedHashMap<>(parameters);
        both.putAll(own);
        last = parameters;
        lastWith = Collections.unmodifiableMap(both);
      }
      return lastWith;
    }
  }

  private final Given given;
  private final Map<Operation, Long> waits = new HashMap<>();
  private final Map<Alike, Times> known = new HashMap<>();

  Timeouts(Given given, RuleSession session) {
    this.given = given;
    session.facts(Waits.class).forEach(fact -> waits.put(fact.operation(), fact.millis()));
  }

  Plan of(Plan plan) {
    return plan.with(plan.actions().stream().map(this::withTimes).toList());
  }

  private Action withTimes(Action action) {
    if (action.kind() != ActionKind.RESOURCE || !action.executed()) {
      return action;
    }
    Times times =
        known.computeIfAbsent(
            new Alike(action.key(), action.task()), alike -> new Times(times(action)));
    return times.own.isEmpty() ? action : action.with(times.with(action.parameters()));
  }

  /** In milliseconds; empty where no agent does it. */
  private Map<String, String> times(Action action) {
    Item item = action.resource() == null ? null : given.resources().item(action.resource());
    if (item == null || !item.isPrimitive()) {
      return Map.of();
    }
    Primitive primitive = given.resources().primitives().get(item.baseName());
    if (primitive == null) {
      return Map.of();
    }
    Operation operation = given.operations().of(primitive, action.task(), action.intervalMs());
    String timeout = Long.toString(operation.timeoutMs());
    long wait = waits.getOrDefault(operation, 0L);
    return wait == 0
        ? Map.of(Action.TIMEOUT, timeout)
        : Map.of(Action.TIMEOUT, timeout, Action.WAIT, Long.toString(wait));
  }
}

package dev.drover.schedule.act;

import dev.drover.model.config.ImpliedOptions;
import dev.drover.model.fact.CloneShape;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Call;
import dev.drover.plan.Plan;
import dev.drover.schedule.digest.DigestInput;
import dev.drover.schedule.digest.ParameterDigests;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.NodeTable;
import dev.drover.schedule.given.Parameters;
import dev.drover.schedule.given.Primitive;
import dev.drover.schedule.tree.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of every action that an agent is to carry out what the agent is given. */
public final class Calls {
  /** What goes with an action for others than the agent. */
  private static final Set<String> NOT_FOR_AGENTS =
      Set.of(Action.WAIT, Action.TIMEOUT, "op_target_rc");

  private final Given given;
  private final Parameters parameters;

  /** Calls for what one decision was made of. */
  public Calls(Given given) {
    this.given = given;
    this.parameters = given.parameters();
  }

  /** The calls of a plan, by the number of the action. */
  public Map<Integer, Call> of(Plan plan) {
    Map<Integer, Call> calls = new LinkedHashMap<>();
    for (Action action : plan.executed()) {
      Call call = action.kind() == ActionKind.RESOURCE ? call(action) : null;
      if (call != null) {
        calls.put(action.id(), call);
      }
    }
    return calls;
  }

  private @Nullable Call call(Action action) {
    Item item = action.resource() == null ? null : given.resources().item(action.resource());
    NodeTable.Entry node = action.node() == null ? null : given.nodes().byName(action.node());
    if (item == null || node == null) {
      return null;
    }
    Primitive primitive = given.resources().primitive(item);
    if (primitive == null) {
      return null;
    }
    String task = action.task();
    DigestInput input = parameters.input(primitive, task, action.intervalMs(), node.id());
    String timeout =
        action.parameters().getOrDefault(Action.TIMEOUT, Long.toString(input.timeoutMs()));
    if (task.equals("reload-agent")) {
      // It is written down and compared as the start that it stands for.
      input = parameters.input(primitive, "start", 0, node.id());
    }
    Map<String, String> values = new LinkedHashMap<>(input.operationParameters());
    values.putAll(input.parameters());
    return new Call(
        primitive.agent(),
        values,
        meta(item, node, action),
        Long.parseLong(action.parameters().getOrDefault(Action.WAIT, "0")),
        Long.parseLong(timeout),
        ParameterDigests.of(input, action.intervalMs()));
  }

  private static Map<String, String> meta(Item item, NodeTable.Entry node, Action action) {
    Map<String, String> meta = new LinkedHashMap<>(item.options());
    meta.put("on_node_uuid", node.id());
    Item clone = item.enclosingClone();
    CloneShape shape = clone == null ? null : clone.shape();
    if (shape != null) {
      meta.putAll(ImpliedOptions.clone(shape.max(), shape.nodeMax(), shape.unique()));
      if (shape.promotable()) {
        meta.putAll(ImpliedOptions.promoted(shape.promotedMax(), shape.promotedNodeMax()));
      }
      int number = item.id().lastIndexOf(':');
      if (number > 0) {
        meta.put("clone", item.id().substring(number + 1));
      }
    }
    action
        .parameters()
        .forEach(
            (name, value) -> {
              if (!NOT_FOR_AGENTS.contains(name)) {
                meta.put(name, value);
              }
            });
    return meta;
  }
}

package dev.drover.text.report;

import dev.drover.plan.Action;
import dev.drover.plan.Assessment;
import dev.drover.plan.Because;
import dev.drover.plan.Change;
import dev.drover.plan.Changes;
import dev.drover.plan.Decision;
import dev.drover.plan.Edge;
import dev.drover.plan.Executed;
import dev.drover.plan.ScoreLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision for programs, as JSON. The structure is stable: members may be added, but none is
 * renamed or removed while {@link #FORMAT} stays the same. docs/output-json.md describes it,
 * docs/schema/simulate-output.schema.json checks it.
 */
public final class JsonReport {
  /** The number of the structure, which every document carries. */
  public static final int FORMAT = 1;

  private final Decision decision;
  private final Json json;

  private JsonReport(Decision decision, Json json) {
    this.decision = decision;
    this.json = json;
  }

  /**
   * A decision, and what became of it.
   *
   * @param executed what was carried out, in this order; null where the plan was not carried out
   * @param revised how the cluster stands afterwards; null where the plan was not carried out
   * @param date the clock that was recorded with the state, in seconds since 1970; null where none
   *     was
   */
  public static String of(
      Decision decision,
      @Nullable List<Executed> executed,
      @Nullable Assessment revised,
      @Nullable Long date) {
    return Json.document(json -> new JsonReport(decision, json).write(executed, revised, date));
  }

  private void write(
      @Nullable List<Executed> executed, @Nullable Assessment revised, @Nullable Long date)
      throws IOException {
    json.number("format", FORMAT);
    if (date != null) {
      json.number("executionDate", date);
    }
    json.open("currentStatus");
    new StatusJson(json, Scene.of(decision.before(), true)).write();
    json.close();
    json.list("changes", Changes.of(decision), this::write);
    Map<Integer, List<Integer>> inputs = new HashMap<>();
    decision.plan().edges().stream()
        .filter(Edge::inGraph)
        .sorted(Comparator.comparingInt(Edge::before))
        .forEach(
            edge ->
                inputs.computeIfAbsent(edge.after(), id -> new ArrayList<>()).add(edge.before()));
    json.list(
        "actions",
        decision.plan().actions(),
        action -> write(action, inputs.getOrDefault(action.id(), List.of())));
    if (executed != null) {
      json.list("executed", executed, this::write);
    }
    if (revised != null) {
      json.open("revisedStatus");
      new StatusJson(json, Scene.of(revised, false)).write();
      json.close();
    }
    if (!decision.scores().isEmpty()) {
      json.list("scores", decision.scores(), this::write);
    }
    if (!decision.trace().isEmpty()) {
      json.list("explanations", decision.trace(), this::write);
    }
  }

  private void write(Change change) throws IOException {
    json.open();
    if (change instanceof Change.OfNode node) {
      json.text("node", node.node());
      json.text("change", word(node.verb()));
      json.text("method", node.method());
      json.text("container", node.container());
    } else if (change instanceof Change.OfResource resource) {
      json.text("resource", resource.resource());
      json.text("change", word(resource.verb()));
      json.text("role", word(resource.role()));
      json.text("nextRole", word(resource.nextRole()));
      json.text("from", resource.from());
      json.text("to", resource.to());
      json.flag("blocked", resource.blocked());
    }
    json.text("reason", change.reason());
    json.close();
  }

  private void write(Action action, List<Integer> inputs) throws IOException {
    json.open();
    json.number("id", action.id());
    json.text("key", action.key());
    json.text("kind", word(action.kind()));
    json.text("task", action.task());
    json.text("resource", action.resource());
    json.text("node", action.node());
    if (action.intervalMs() > 0) {
      json.number("intervalMs", action.intervalMs());
    }
    json.flag("required", action.required());
    json.flag("runnable", action.runnable());
    json.flag("executed", action.executed());
    json.text("reason", action.reason());
    json.texts("parameters", action.parameters());
    json.numbers("after", inputs);
    json.close();
  }

  private void write(Executed executed) throws IOException {
    json.open();
    json.number("action", executed.action().id());
    json.text("key", executed.action().key());
    json.text("node", executed.action().node());
    json.flag("failed", executed.failed());
    json.number("exitCode", executed.rc());
    json.close();
  }

  private void write(ScoreLine score) throws IOException {
    json.open();
    json.text("step", score.step());
    json.text("resource", score.resource());
    json.text("node", score.node().isEmpty() ? null : score.node());
    json.text("score", score.score().toString());
    json.close();
  }

  private void write(Because because) throws IOException {
    json.open();
    json.text("fact", because.fact());
    json.text("rule", because.rule());
    json.texts("from", because.from());
    json.close();
  }

  /** A constant as a word: {@code SHUT_DOWN} becomes {@code shut-down}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

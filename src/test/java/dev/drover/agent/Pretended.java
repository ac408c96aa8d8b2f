package dev.drover.agent;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.live.Assignment;
import dev.drover.live.Token;
import dev.drover.plan.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Agents that only note what they are asked for, and end when a test says so. */
final class Pretended implements ResourceAgent {
  static final Token TOKEN = new Token(1, 1, 0);
  private static long numbers;

  /** What was begun, in order, as {@code start web}. */
  final List<String> begun = new ArrayList<>();

  /** What was cancelled, in order. */
  final List<String> cancelled = new ArrayList<>();

  private final Map<String, Consumer<AgentResult>> open = new LinkedHashMap<>();

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    String name = call.task() + " " + call.resource();
    begun.add(name);
    open.put(name, whenEnded);
    return () -> cancelled.add(name);
  }

  /** Ends what was begun last under that name. */
  void end(String name, int rc) {
    end(name, new AgentResult(ActionResult.exited(rc), "", Duration.ZERO));
  }

  void end(String name, AgentResult result) {
    open.get(name).accept(result);
  }

  static Assignment work(String task, String resource) {
    return work(TOKEN, task, resource, 0, "d1");
  }

  static Assignment work(
      Token token, String task, String resource, long intervalMs, String digest) {
    return work(token, task, resource, intervalMs, digest, 0);
  }

  static Assignment work(
      Token token, String task, String resource, long intervalMs, String digest, int expectedRc) {
    OperationLog.Entry entry =
        OperationLog.Entry.plain(resource, resource, Calls.OCF, task, intervalMs, expectedRc);
    return new Assignment(
        token,
        ++numbers,
        new Order("a", false, entry, false, null, false, Map.of()),
        new Call(Calls.OCF, Map.of("p", "1"), Map.of("m", "2"), 0, 20_000, digest));
  }
}

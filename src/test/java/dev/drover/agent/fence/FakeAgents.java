package dev.drover.agent.fence;

import dev.drover.agent.UnusableMetadataException;
import dev.drover.agent.process.Ended.How;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Agents that do as they are told, in pretended time, and write down when they were called. */
final class FakeAgents implements FenceAgent, MetadataReader {
  /** What an agent does when it is called: after how long it ends how. */
  record Answer(Duration after, How how, int code, String text) {}

  /** An agent that never ends by itself. */
  static final Answer HANGS = new Answer(Duration.ofDays(1), How.EXITED, 0, "");

  static final Answer FAILS = fails("no power switch there");

  private final FakeTime time;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final Map<String, Metadata> metadata = new HashMap<>();
  private final List<String> calls = new ArrayList<>();

  FakeAgents(FakeTime time) {
    this.time = time;
  }

  static Answer fails(String reason) {
    return new Answer(Duration.ZERO, How.EXITED, 1, reason);
  }

  static Answer prints(String text) {
    return new Answer(Duration.ZERO, How.EXITED, 0, text);
  }

  static Answer takes(int seconds) {
    return new Answer(Duration.ofSeconds(seconds), How.EXITED, 0, "");
  }

  /** What an agent does the next times; the last answer stays. */
  FakeAgents on(String agentAndAction, Answer... next) {
    answers.put(agentAndAction, new ArrayDeque<>(List.of(next)));
    return this;
  }

  /** An agent that says it can do these actions, such as {@code on*} for unfencing. */
  FakeAgents knows(String agent, String parameter, String... actions) {
    metadata.put(
        agent,
        new Metadata(
            agent,
            "",
            List.of(new Metadata.Parameter(parameter, false, "string", null, false)),
            List.of(actions).stream()
                .map(each -> new Metadata.Action(each.replace("*", ""), each.endsWith("*"), false))
                .toList()));
    return this;
  }

  /** From now on there is no such agent. */
  void remove(String agent) {
    metadata.remove(agent);
  }

  /** Second, agent, action and the node's parameter of each call but those for metadata. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public CompletableFuture<FenceOutcome> run(FenceCall call) {
    if (!call.action().equals("metadata")) {
      String port = call.parameters().getOrDefault("port", "-");
      calls.add(time.now().toSeconds() + " " + call.agent() + " " + call.action() + " " + port);
    }
    Answer answer = next(call.agent() + " " + call.action());
    boolean late = answer.after().compareTo(call.timeout()) > 0;
    Duration took = late ? call.timeout() : answer.after();
    FenceOutcome outcome =
        late
            ? new FenceOutcome(How.TIMED_OUT, -1, "killed", "", took)
            : new FenceOutcome(
                answer.how(),
                answer.code(),
                answer.code() == 0 ? "" : answer.text(),
                answer.text(),
                took);
    CompletableFuture<FenceOutcome> ended = new CompletableFuture<>();
    if (took.isZero()) {
      ended.complete(outcome);
    } else {
      time.after(took, () -> ended.complete(outcome));
    }
    return ended;
  }

  private Answer next(String key) {
    Deque<Answer> own = answers.getOrDefault(key, new ArrayDeque<>(List.of(prints(""))));
    return own.size() > 1 ? own.remove() : own.element();
  }

  @Override
  public Metadata read(String agent, String text) throws UnusableMetadataException {
    Metadata known = metadata.get(agent);
    if (known == null) {
      throw new UnusableMetadataException("`" + agent + "` is not installed");
    }
    return known;
  }
}

package dev.drover.agent;

import dev.drover.agent.process.Shell;
import dev.drover.model.Agent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Operations for tests, and waiting for their results. */
final class Calls {
  static final Agent OCF = new Agent("ocf", "test", "thing");
  static final Agent LSB = new Agent("lsb", null, "thing");

  private Calls() {}

  static AgentCall of(Agent agent, String task) {
    return new AgentCall(agent, "web", task, Duration.ZERO, Shell.LONG, Map.of(), Map.of());
  }

  static AgentResult run(ResourceAgent agent, AgentCall call) {
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    agent.begin(call, result::complete);
    return Shell.soon(result);
  }
}

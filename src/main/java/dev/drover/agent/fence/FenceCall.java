package dev.drover.agent.fence;

import java.time.Duration;
import java.util.Map;

/**
 * One call of a fence agent.
 *
 * @param agent the program's name, such as {@code fence_ipmilan}
 * @param action the word that the agent reads after {@code action=}
 * @param parameters what else it reads; passwords may be among them
 * @param timeout how long it may run; more than zero
 */
public record FenceCall(
    String agent, String action, Map<String, String> parameters, Duration timeout) {
  /** Names only: what parameters hold is for the agent. */
  @Override
  public String toString() {
    return agent + " " + action + " " + parameters.keySet();
  }
}

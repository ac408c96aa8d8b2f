package dev.drover.agent;

import dev.drover.model.Agent;
import java.time.Duration;
import java.util.Map;

/**
 * One operation that a resource's agent is asked for.
 *
 * @param resource the name that this node knows the resource by, such as {@code web:0}
 * @param task {@code start}, {@code stop}, {@code monitor}, {@code promote}, {@code meta-data}, …
 * @param interval how often a monitor repeats; zero for an operation that does not
 * @param timeout how long the agent may take; more than zero
 * @param parameters the resource's own parameters, as configured
 * @param meta what the cluster tells the agent besides: the resource's meta attributes and the
 *     notification's variables, without the prefix that the environment gives them
 * @param delay how long to wait before it begins for the first time; zero or more
 */
public record AgentCall(
    Agent agent,
    String resource,
    String task,
    Duration interval,
    Duration timeout,
    Map<String, String> parameters,
    Map<String, String> meta,
    Duration delay) {
  /** A call that waits for nothing. */
  public AgentCall(
      Agent agent,
      String resource,
      String task,
      Duration interval,
      Duration timeout,
      Map<String, String> parameters,
      Map<String, String> meta) {
    this(agent, resource, task, interval, timeout, parameters, meta, Duration.ZERO);
  }

  /** The same with another task. */
  AgentCall as(String other) {
    return new AgentCall(agent, resource, other, interval, timeout, parameters, meta, delay);
  }

  /** The same without waiting. */
  AgentCall atOnce() {
    return new AgentCall(agent, resource, task, interval, timeout, parameters, meta);
  }
}

package dev.drover.schedule.resolve;

import dev.drover.model.Agent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What conditions are evaluated against. Dates are compared in UTC.
 *
 * @param now the decision's clock
 * @param node the attributes of the node in question; empty where there is none
 * @param agent the agent of the resource in question, or null
 * @param operation the name of the operation in question, or null
 * @param intervalMs that operation's interval in milliseconds
 * @param parameters of the resource in question
 * @param meta the options of the resource in question
 * @param groups what a pattern matched in the resource's name: all of it, then each group; empty
 *     where none was used
 */
public record Context(
    Instant now,
    Map<String, String> node,
    @Nullable Agent agent,
    @Nullable String operation,
    long intervalMs,
    Map<String, String> parameters,
    Map<String, String> meta,
    List<String> groups) {
  /** A context of which only the clock is known. */
  public static Context at(Instant now) {
    return new Context(now, Map.of(), null, null, 0, Map.of(), Map.of(), List.of());
  }

  /** The same context on a node. */
  public Context onNode(Map<String, String> attributes) {
    return new Context(now, attributes, agent, operation, intervalMs, parameters, meta, groups);
  }

  /** The same context for a resource with this agent. */
  public Context withAgent(@Nullable Agent resourceAgent) {
    return new Context(now, node, resourceAgent, operation, intervalMs, parameters, meta, groups);
  }

  /** The same context for one operation. */
  public Context forOperation(String name, long interval) {
    return new Context(now, node, agent, name, interval, parameters, meta, groups);
  }

  /** The same context for a resource with these parameters and options. */
  public Context forResource(
      Map<String, String> resourceParameters, Map<String, String> resourceMeta) {
    return new Context(
        now, node, agent, operation, intervalMs, resourceParameters, resourceMeta, groups);
  }

  /** The same context for a resource that a pattern matched. */
  public Context matching(List<String> matched) {
    return new Context(now, node, agent, operation, intervalMs, parameters, meta, matched);
  }
}

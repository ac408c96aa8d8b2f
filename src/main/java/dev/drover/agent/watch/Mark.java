package dev.drover.agent.watch;

import dev.drover.agent.AgentCall;
import dev.drover.agent.systemd.UnitName;
import org.jspecify.annotations.Nullable;

/**
 * By what the processes of a resource are told from others.
 *
 * @param value what {@link #VARIABLE} is in the environment of the resource's agent, from which its
 *     processes inherit it
 * @param unit the unit of systemd in whose control group they are, such as {@code nginx.service};
 *     null where the resource is none
 */
public record Mark(String value, @Nullable String unit) {
  /** Says of a process which resource it belongs to, and on which node. */
  public static final String VARIABLE = "DROVER_RESOURCE";

  /** The mark of the resource; null where its agent leaves no processes that bear any. */
  public static @Nullable Mark of(AgentCall call) {
    return switch (call.agent().standard()) {
      case "ocf" -> new Mark(value(call), null);
      // An init script may hand the work on to the unit of its name.
      case "lsb", "service", "systemd" -> new Mark(value(call), UnitName.of(call.agent().type()));
      default -> null;
    };
  }

  /** What the agent finds in {@link #VARIABLE}: several nodes may be on one machine. */
  public static String value(AgentCall call) {
    String node = call.meta().get("on_node");
    return node == null ? call.resource() : node + "/" + call.resource();
  }
}

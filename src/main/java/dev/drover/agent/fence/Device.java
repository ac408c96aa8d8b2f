package dev.drover.agent.fence;

import java.util.Map;

/**
 * A configured fence device.
 *
 * @param id the resource's name
 * @param agent the program's name, such as {@code fence_ipmilan}
 * @param parameters what is passed to the agent at each call; passwords may be among them
 */
public record Device(
    String id, String agent, Map<String, String> parameters, DeviceOptions options) {
  /** Names only: what parameters hold is for the agent. */
  @Override
  public String toString() {
    return id + " (" + agent + ")";
  }
}

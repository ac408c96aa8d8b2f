package dev.drover.agent.fence;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which parameters an agent is called with. */
final class Arguments {
  private static final String NO_PARAMETER = "none";
  private static final String FILLED_IN = "dynamic";

  private Arguments() {}

  /**
   * A call of a device's agent.
   *
   * <p>The node's name is always passed as {@code nodename}; besides, what the device calls the
   * node in the parameter that is there for it, unless the device has a fixed value for that.
   *
   * @param node whom it is about; null for an action on the device itself
   */
  static FenceCall call(
      Device device,
      FenceAction action,
      @Nullable String node,
      Metadata metadata,
      Duration timeout) {
    Map<String, String> all = new TreeMap<>(device.parameters());
    if (node != null) {
      all.putIfAbsent("nodename", node);
      String target = targetParameter(device, metadata);
      if (!target.equals(NO_PARAMETER)
          && all.getOrDefault(target, FILLED_IN).equalsIgnoreCase(FILLED_IN)) {
        all.put(target, device.options().hosts().plug(node));
      }
    }
    return new FenceCall(device.agent(), device.options().word(action), all, timeout);
  }

  private static String targetParameter(Device device, Metadata metadata) {
    String configured = device.options().hostArgument();
    return configured != null ? configured : metadata.targetParameter().orElse(NO_PARAMETER);
  }
}

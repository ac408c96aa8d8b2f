package dev.drover.agent.fence;

import java.time.Duration;

/**
 * A node that is to be fenced or unfenced.
 *
 * @param action off, reboot or on
 * @param by who asked for it, as the history names it
 * @param delay how long to wait before the first device, besides its own delay; zero or more
 * @param timeout how long a device may take for one action where it has no timeout of its own; more
 *     than zero
 */
public record FenceRequest(
    String node, FenceAction action, String by, Duration delay, Duration timeout) {
  /** Refuses what cannot be meant. */
  public FenceRequest {
    if (action != FenceAction.ON && !action.isHarmful()) {
      throw new IllegalArgumentException(
          "`" + action.word() + "` does nothing to a node: expected `off`, `reboot` or `on`");
    }
    if (delay.isNegative() || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "a delay of `%s` and a timeout of `%s`: expected 0 or more, and more than 0"
              .formatted(delay, timeout));
    }
  }
}

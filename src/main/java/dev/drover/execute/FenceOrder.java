package dev.drover.execute;

import dev.drover.plan.Action;
import java.time.Duration;

/**
 * What a fencing action asks for.
 *
 * @param target the node's name; empty where the action has none
 * @param verb {@code off}, {@code reboot} or {@code on}
 * @param delay to be waited before, besides what the devices wait
 */
public record FenceOrder(String target, String verb, Duration delay) {
  /** What an action asks for. */
  public static FenceOrder of(Action action) {
    String seconds = action.parameters().getOrDefault(Action.DELAY, "0");
    return new FenceOrder(
        action.node() == null ? "" : action.node(),
        action.parameters().getOrDefault("stonith_action", "off"),
        seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO);
  }
}

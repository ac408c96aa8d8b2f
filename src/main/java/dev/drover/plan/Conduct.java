package dev.drover.plan;

import dev.drover.model.fact.Bound;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a plan is carried out, by the rules.
 *
 * @param most how much may be under way at once, or be tried; no bound where nothing is said
 * @param fencingTime how long a fence device may take; zero where nothing is said
 * @param watchdogTime how long fencing waits for the watchdog of a node that no device is for:
 *     below zero for as long as is needed, zero where watchdogs are not relied on
 * @param lookAgain after how long at most everything is looked at again; zero where nothing is said
 * @param fatal the tasks of which one failure counts as many as can be, such as {@code stop}
 */
public record Conduct(
    Map<Bound, Integer> most,
    Duration fencingTime,
    Duration watchdogTime,
    Duration lookAgain,
    Set<String> fatal) {
  /** Where no rule says anything. */
  public static final Conduct FREE =
      new Conduct(Map.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Set.of());

  /** The bound; the largest number where there is none. */
  public int most(Bound bound) {
    return most.getOrDefault(bound, Integer.MAX_VALUE);
  }
}

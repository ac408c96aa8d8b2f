package dev.drover.schedule.order;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Steps' parameters together with their times: what many steps have in common is kept once. */
final class TimedParameters {
  private final Function<Step, Map<String, String>> times;

  /** By times, then by parameters; both are kept once themselves. */
  private final Map<Map<String, String>, Map<Map<String, String>, Map<String, String>>> shared =
      new IdentityHashMap<>();

  /**
   * Of one decision.
   *
   * @param times as {@link Ordering#order} has it
   */
  TimedParameters(Function<Step, Map<String, String>> times) {
    this.times = times;
  }

  Map<String, String> of(Step step) {
    Map<String, String> own = step.alike.times(step, times);
    Map<String, String> parameters = step.settledParameters();
    if (own.isEmpty()) {
      return parameters;
    }
    return parameters == step.parameters()
        ? shared
            .computeIfAbsent(own, t -> new IdentityHashMap<>())
            .computeIfAbsent(parameters, p -> both(p, own))
        : both(parameters, own);
  }

  private static Map<String, String> both(
      Map<String, String> parameters, Map<String, String> times) {
    Map<String, String> both = new LinkedHashMap<>(parameters);
    both.putAll(times);
    return Collections.unmodifiableMap(both);
  }
}

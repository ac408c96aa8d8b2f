package dev.drover.agent.fence;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How long a device waits before it fences, so that two nodes do not fence each other.
 *
 * @param base {@code pcmk_delay_base} for nodes without one of their own; zero or more
 * @param perNode {@code pcmk_delay_base} of nodes in lower case that have one
 * @param most {@code pcmk_delay_max}: what base and random part together stay within; zero for no
 *     random part and no limit
 */
public record Delays(Duration base, Map<String, Duration> perNode, Duration most) {
  /** No delay. */
  public static final Delays NONE = new Delays(Duration.ZERO, Map.of(), Duration.ZERO);

  /** The delay before a node is fenced: its base and a random part, in whole milliseconds. */
  public Duration drawn(String node, RandomGenerator random) {
    Duration own =
        perNode.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(node))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(base);
    if (most.isZero()) {
      return own;
    }
    if (own.compareTo(most) >= 0) {
      return most;
    }
    return own.plusMillis(random.nextLong(most.minus(own).toMillis() + 1));
  }
}

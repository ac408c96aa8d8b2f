package dev.drover.simulate;

import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import java.time.Duration;

/** Pretended watchdogs: they reset a node that has promised it and that nobody counts on. */
final class Watchdogs {
  private Watchdogs() {}

  /**
   * How long fencing waits for a node's watchdog, in milliseconds; 0 where it does not, be it
   * because that is less than the node has told.
   *
   * @param configured how long is to be waited; below zero for as long as is needed
   */
  static long resetMs(ClusterState state, String node, Duration configured) {
    long within =
        state.status().nodes().stream()
            .filter(known -> known.name().equals(node))
            .mapToLong(NodeState::resetsWithinMs)
            .findFirst()
            .orElse(0);
    long time = configured.isNegative() ? within : configured.toMillis();
    return within > 0 && time >= within ? time : 0;
  }
}

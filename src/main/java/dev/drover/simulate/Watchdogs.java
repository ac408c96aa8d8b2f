package dev.drover.simulate;

import dev.drover.execute.ClusterOption;
import dev.drover.model.ClusterState;
import dev.drover.model.Intervals;
import dev.drover.model.status.NodeState;

/** Pretended watchdogs: they reset a node that has promised it and that nobody counts on. */
final class Watchdogs {
  private Watchdogs() {}

  /**
   * How long fencing waits for a node's watchdog, in milliseconds; 0 where it does not, be it
   * because the option does not give the watchdog the time that the node has told.
   */
  static long resetMs(ClusterState state, String node) {
    String option = ClusterOption.text(state.configuration(), "fencing-watchdog-timeout", "");
    long within =
        state.status().nodes().stream()
            .filter(known -> known.name().equals(node))
            .mapToLong(NodeState::resetsWithinMs)
            .findFirst()
            .orElse(0);
    long wait = option.startsWith("-") ? within : Intervals.parse(option);
    return wait >= within ? within == 0 ? 0 : wait : 0;
  }
}

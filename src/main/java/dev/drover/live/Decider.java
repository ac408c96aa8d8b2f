package dev.drover.live;

import dev.drover.model.ClusterState;
import dev.drover.plan.Ruling;
import java.time.Instant;

/** Whoever decides what to do about a cluster's state; a pure function of its arguments. */
@FunctionalInterface
public interface Decider {
  Ruling rule(ClusterState state, Instant now);
}

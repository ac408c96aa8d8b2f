package dev.drover.simulate;

import dev.drover.model.ClusterState;
import dev.drover.plan.Decision;
import java.time.Instant;

/** Whoever decides what to do about a cluster's state; a pure function of its arguments. */
@FunctionalInterface
public interface Decider {
  Decision decide(ClusterState state, Instant now);
}

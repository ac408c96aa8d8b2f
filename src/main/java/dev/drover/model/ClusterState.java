package dev.drover.model;

import dev.drover.model.config.Configuration;
import dev.drover.model.status.Status;

/** Everything a decision depends on but the policy and the clock. */
public record ClusterState(Configuration configuration, Status status) {}

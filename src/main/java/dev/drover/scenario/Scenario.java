package dev.drover.scenario;

import dev.drover.model.ClusterState;
import java.time.Instant;
import java.util.List;

/**
 * A story about a cluster, and what must hold in it.
 *
 * @param name one word or a few, unique among the scenarios of a folder
 * @param about why this scenario is worth having
 * @param cluster the cluster before the first step
 * @param quorum how the membership layer counts, until a step says otherwise
 * @param clock the time at the beginning
 * @param always what must hold during every step
 * @param steps in the order they happen
 */
public record Scenario(
    String name,
    String about,
    ClusterState cluster,
    Quorum quorum,
    Instant clock,
    List<Expectation> always,
    List<Step> steps) {}

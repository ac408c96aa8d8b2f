package dev.drover.simulate;

import dev.drover.plan.Decision;
import java.time.Instant;
import java.util.List;

/**
 * One decision of one side, and what came of its plan.
 *
 * @param side the nodes that decided
 * @param at when they decided
 * @param decision what they decided
 * @param performed the actions that were begun, pseudo actions included, in the order in which they
 *     ended
 */
public record Round(List<String> side, Instant at, Decision decision, List<Performed> performed) {}

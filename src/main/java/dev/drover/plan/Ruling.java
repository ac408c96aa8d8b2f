package dev.drover.plan;

import java.util.Map;

/**
 * A decision that is to be carried out for real.
 *
 * @param calls by an action's number what its agent is given; for the resource actions that are
 *     carried out
 */
public record Ruling(Decision decision, Map<Integer, Call> calls) {}

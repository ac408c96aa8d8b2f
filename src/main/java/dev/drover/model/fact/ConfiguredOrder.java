package dev.drover.model.fact;

import java.util.Set;

/**
 * What a configured order means for its two actions.
 */
public record ConfiguredOrder(OrderPair pair, Set<Bond> bonds) {}

package dev.drover.model.fact;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a configured order means for its two actions. */
public record ConfiguredOrder(OrderPair pair, Set<Bond> bonds) {
  public ConfiguredOrder {
    // so that it reads the same in every run, as other sets do not
    bonds = Collections.unmodifiableSet(EnumSet.copyOf(bonds));
  }
}

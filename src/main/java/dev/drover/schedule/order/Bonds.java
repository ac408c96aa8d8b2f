package dev.drover.schedule.order;

import dev.drover.model.fact.Bond;
import java.util.Set;

/**
 * Sets of {@link Bond} as bits: links are many, and a set object for each would cost more than all
 * else.
 */
final class Bonds {
  static final int NONE = 0;
  static final int ORDERED = bit(Bond.ORDERED);
  static final int UNLESS_FIRST_MIGRATES = bit(Bond.UNLESS_FIRST_MIGRATES);
  static final int THEN_REQUIRES_FIRST = bit(Bond.THEN_REQUIRES_FIRST);
  static final int FIRST_REQUIRES_THEN = bit(Bond.FIRST_REQUIRES_THEN);
  static final int PROMOTED_THEN_REQUIRES_FIRST = bit(Bond.PROMOTED_THEN_REQUIRES_FIRST);
  static final int UNMIGRATABLE_THEN_BLOCKS_FIRST = bit(Bond.UNMIGRATABLE_THEN_BLOCKS_FIRST);
  static final int FIRST_MUST_RUN = bit(Bond.FIRST_MUST_RUN);
  static final int FIRST_ELSE_THEN = bit(Bond.FIRST_ELSE_THEN);
  static final int FIRST_REQUIRES_THEN_ON_SAME_NODE = bit(Bond.FIRST_REQUIRES_THEN_ON_SAME_NODE);
  static final int NESTED_REMOTE_PROBE = bit(Bond.NESTED_REMOTE_PROBE);
  static final int INTERMEDIATE_STOP = bit(Bond.INTERMEDIATE_STOP);
  static final int SAME_NODE = bit(Bond.SAME_NODE);
  static final int THEN_GRAPHS_FIRST = bit(Bond.THEN_GRAPHS_FIRST);
  static final int FIRST_GRAPHS_THEN = bit(Bond.FIRST_GRAPHS_THEN);
  static final int ASYMMETRIC = bit(Bond.ASYMMETRIC);
  static final int SAME_NODE_OR_TARGET = bit(Bond.SAME_NODE_OR_TARGET);
  static final int MIN_RUNNABLE = bit(Bond.MIN_RUNNABLE);
  static final int REQUIRED_ON_SAME_NODE = bit(Bond.REQUIRED_ON_SAME_NODE);
  static final int GUEST_ALLOWED = bit(Bond.GUEST_ALLOWED);
  static final int THEN_CANCELS_FIRST = bit(Bond.THEN_CANCELS_FIRST);
  static final int NOT_FOR_PROBES = bit(Bond.NOT_FOR_PROBES);
  static final int UNLESS_FIRST_WAITS_FOR_THEN = bit(Bond.UNLESS_FIRST_WAITS_FOR_THEN);

  /** Those of links that do not count where they would have a step wait for itself. */
  static final int MAY_CLOSE_LOOP = SAME_NODE_OR_TARGET | UNLESS_FIRST_WAITS_FOR_THEN;

  private Bonds() {}

  static int bit(Bond bond) {
    return 1 << bond.ordinal();
  }

  static int of(Set<Bond> bonds) {
    int bits = NONE;
    for (Bond bond : bonds) {
      bits |= bit(bond);
    }
    return bits;
  }

  /** True where any bond of the second set is in the first. */
  static boolean has(int bonds, int any) {
    return (bonds & any) != 0;
  }
}
